import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { sampleScales } from './__fixtures__/sample-matrix.ts';
import { sampleChange, sampleExpectation, samplePeople, samplePictures, sampleTeams } from './__fixtures__/sample-pictures.ts';
import { cellLook } from '#app/charts/heatmap/look/cell-look.ts';
import { cellSentence } from '#app/charts/heatmap/look/cell-sentence.ts';
import { cellWords } from '#app/charts/heatmap/look/cell-words.ts';
import { escapeMarkup } from '#app/charts/heatmap/drawing/escape-markup.ts';
import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import { tellFigure } from '#app/charts/heatmap/told/tell-figure.ts';
import { Heatmap } from './heatmap.tsx';
import { PictureTable } from './picture-table.tsx';

const hrefs = {
  cellHref: (row: string, column: string) => `?open=${row}.${column}&a=b`,
  rowHref: (row: string) => `/row/${row}`,
  groupHref: (group: string) => `/group/${group}`,
  columnHref: (column: string) => `/column/${column}`,
};
const rest = { heldLevel: 3, hrefs };
const said = { heldLevel: 3, scales: sampleScales };
const tell = (picture: Picture, metric: PictureMetric = 'gap') => tellFigure(picture, { metrics: [metric], scales: sampleScales });
const draw = (picture: Picture, metric: PictureMetric = 'gap', id = 'mine') =>
  renderToStaticMarkup(<Heatmap {...rest} told={tell(picture, metric)} metric={metric} label="Levels" emptySentence="Add people first." id={id} tableId="t" />);
const table = (picture: Picture, metric: PictureMetric = 'gap') => renderToStaticMarkup(<PictureTable {...rest} told={tell(picture, metric)} metric={metric} caption="Levels" />);
const count = (html: string, part: string) => html.split(part).length - 1;
const all = samplePictures.flatMap(([name, picture, metrics]) => metrics.map((metric) => ({ name, picture, metric })));

describe('the drawing of a picture', () => {
  it.each(all)('names, links and places each cell of $name by $metric, and its table says the same', ({ picture, metric }) => {
    const [html, rows] = [draw(picture, metric), table(picture, metric).split('<tr').filter((line) => line.includes('scope="row"'))];
    picture.rows.forEach((row, at) => {
      const cells = rows[at]!.split('<td').slice(1).filter((cell) => cell.includes('<span>'));
      picture.columns.forEach((column, place) => {
        const here = at * picture.columns.length + place;
        const sentence = escapeMarkup(cellSentence(picture, metric, at, place, said));
        const text = escapeMarkup(cellLook(picture, metric, here, said).text);
        expect(html).toContain(`<a href="?open=${row.id}.${column.id}&amp;a=b" data-at="${at},${place}"><title>${sentence}</title>`);
        expect(cells[place]!.replace(/<\/t(r|body).*$/, '')).toBe(`>${text}<span>${escapeMarkup(cellWords(picture, metric, here, said))}</span></td>`);
      });
    });
    expect(count(html, 'role="row"')).toBe(picture.rows.length);
    expect(html).toContain(`role="grid" aria-label="Levels" aria-rowcount="${picture.rows.length + 1}" aria-colcount="${picture.columns.length}"`);
  });

  it.each(all)('first draws $name by $metric for whoever has no scripts: every link says the column, the text and the state, under the row', ({ picture, metric }) => {
    const html = renderToStaticMarkup(<Heatmap {...rest} told={tell(picture, metric)} metric={metric} label="Levels" emptySentence="" isFirst />);
    expect(html).not.toMatch(/role="(grid|row|gridcell)"/);
    const lines = html.split('<g role="group" aria-label="').slice(1);
    picture.rows.forEach((row, at) => {
      expect(lines[at]!.startsWith(`${escapeMarkup(row.name)}"`)).toBe(true);
      const dots = [...lines[at]!.matchAll(/<text aria-hidden="true" x="([^"]*)"[^>]*>(·+)<\/text>/g)];
      const unlinked = picture.columns.filter((column, place) => {
        const here = at * picture.columns.length + place;
        const { text } = cellLook(picture, metric, here, said);
        const words = cellWords(picture, metric, here, said);
        if (words === 'not expected' || words === 'expected of nobody') return text === '·';
        const name = escapeMarkup(`${column.name}: ${/\d/.test(text) ? `${text}, ` : ''}${words}`);
        expect(lines[at]).toContain(`<a href="?open=${row.id}.${column.id}&amp;a=b" data-at="${at},${place}"><title>${name}</title>`);
        return false;
      });
      const places = dots.flatMap(([, x]) => x!.split(' '));
      expect(places).toHaveLength(unlinked.length);
      expect(dots.map(([, , text]) => text).join('')).toBe('·'.repeat(unlinked.length));
    });
    const marksOf = (markup: string) => count(markup, 'class="heatmap-mark');
    expect(marksOf(html)).toBe(marksOf(draw(picture, metric)));
  });

  it('says the whole meaning of a cell in one sentence', () => {
    expect(cellSentence(samplePeople, 'gap', 0, 1, said)).toBe('Asha Rao, Continuity management: agreed working, level 2 of expected 3, one below, stale, since 1 May 2026');
    expect(cellSentence(samplePeople, 'gap', 2, 1, said)).toBe('Rhian Bevan, Continuity management: not assessed, self-assessed only, self level 1, expected awareness, level 1');
    expect(cellSentence(samplePeople, 'gap', 3, 0, said)).toBe('Tom Ash, Availability and capacity management: not here on this day');
    expect(cellSentence(sampleChange, 'change', 0, 0, said)).toContain('was two below, now meets, agreed level 1 to 3, expected level 3 as before');
    expect(cellSentence(sampleTeams, 'holders', 0, 1, said)).toContain('1 person at level 3 or above; 3 of 8 assessed meet');
    expect(cellSentence(sampleTeams, 'met', 1, 4, said)).not.toMatch(/\d/);
    expect(cellSentence(sampleExpectation, 'expected', 0, 1, said)).toBe('Incident manager, Continuity management: working, expected level 2');
  });

  it('links names, groups and columns, and nothing where there is no address', () => {
    const html = draw(samplePeople);
    for (const part of ['/row/p3', '/group/service-desk', '/column/s4', '#t']) expect(html).toContain(`href="${part}"`);
    const bare = renderToStaticMarkup(<Heatmap {...rest} hrefs={{}} told={tell(samplePeople)} metric="gap" label="Levels" emptySentence="" />);
    expect(bare).not.toContain('href="/');
    expect(bare).toContain('<a data-at="0,0">');
  });

  it('says a sentence in place of an empty picture, and shows no table', () => {
    for (const picture of [{ ...samplePeople, rows: [] }, { ...samplePeople, columns: [] }]) {
      expect(draw(picture)).toBe('<p>Add people first.</p>');
      expect(table(picture)).toBe('');
    }
  });

  it('writes hostile names as text, whatever they hold', () => {
    const hostile = `<script>"'&]]>\u2028\ud800\u202e`;
    const named = <T extends object>(things: T[]) => things.map((thing) => ({ ...thing, name: hostile, ...('note' in thing && { note: hostile }) }));
    const picture = { ...samplePeople, rows: named(samplePeople.rows), groups: named(samplePeople.groups), columns: named(samplePeople.columns) };
    for (const html of [draw(picture), table(picture)]) {
      expect(html).not.toMatch(/<script|[\u2028\u202e\ud800]/);
      expect(html).toContain('&lt;script&gt;&quot;');
    }
  });

  it('refers on paper to parts that are there once, under the id it was given, and to no style', () => {
    const html = draw(samplePeople);
    const asked = [...html.matchAll(/<use href="#([^"]+)"|url\(#([^)]+)\)/g)].map((match) => match[1] ?? match[2]!);
    expect(asked).toEqual(expect.arrayContaining(['mine-corner', 'mine-heads', 'mine-labels-0', 'mine-cells-0', 'mine-margins-0', 'mine-hatch-short', 'mine-hatch-over']));
    for (const id of asked) expect(count(html, `id="${id}"`)).toBe(1);
    expect(html).not.toContain('style=');
  });

  it('says no attribute twice and no more than it must: a cell of 48 x 27 weighs under 340 bytes beside its address', () => {
    const [rows, columns] = [48, 27];
    const cells = samplePeople.cells as Extract<Picture['cells'], { kind: 'person' }>;
    const many = (text: string) => text.slice(0, 6).repeat((rows * columns) / 6);
    const picture: Picture = {
      ...samplePeople,
      rows: Array.from({ length: rows }, (_, at) => ({ id: `p${at}`, name: 'Asha Rao-Featherstone', note: 'Incident manager', group: null })),
      columns: Array.from({ length: columns }, (_, at) => ({ id: `s${at}`, name: 'Continuity management', group: null })),
      cells: { ...cells, expected: many(cells.expected), self: many(cells.self), manager: many(cells.manager), agreed: many(cells.agreed), states: many(cells.states), marks: many(cells.marks), agreedOn: many(cells.agreedOn) },
    };
    const html = draw(picture);
    for (const [tag] of html.matchAll(/<[a-z][^>]*>/g)) {
      const names = [...tag.matchAll(/ ([a-z-]+)=/gi)].map((match) => match[1]);
      expect(new Set(names).size).toBe(names.length);
    }
    const addresses = [...html.matchAll(/href="[^"]*"/g)].reduce((sum, [text]) => sum + text.length, 0);
    expect((html.length - addresses) / (rows * columns)).toBeLessThan(340);
  });
});

describe('the table', () => {
  it('has a header for each row and column, the three numbers of its bars, and its place in a larger one', () => {
    const html = table(sampleTeams, 'met');
    expect(count(html, '<th scope="row">')).toBe(sampleTeams.rows.length + 3);
    expect(count(html, '<th scope="col"')).toBe(2 + sampleTeams.columns.length + 3);
    expect(html).toContain('<th scope="row">Met</th><td></td><td>1</td><td>4</td><td>9</td>');
    expect(html).toContain('aria-rowcount="6"');
    const page = renderToStaticMarkup(<PictureTable {...rest} told={tell(sampleTeams, 'met')} metric="met" caption="Levels" from={50} total={5000} linksCells summary={null} pager={<p>Next</p>} />);
    expect(page).toContain('aria-rowcount="5001"');
    expect(page).toContain('<tr aria-rowindex="52"><th scope="row"><a href="/row/t1">');
    expect(page).toContain('<td><a href="?open=t1.s0&amp;a=b">1/8</a><span>');
    expect(page).not.toMatch(/<tfoot|<details/);
    expect(page).toContain('<p>Next</p>');
  });
});

describe('the frame', () => {
  it('keeps a focused cell clear of the tallest heads under the names of their groups and the widest labels that stay in sight', () => {
    const css = readFileSync(new URL('../../tailwind.css', import.meta.url), 'utf8');
    const [top, , , left] = /scroll-padding: ([\d.]+)rem ([\d.]+)rem ([\d.]+)rem ([\d.]+)rem/.exec(css)!.slice(1).map((rem) => Number(rem) * 16) as [number, number, number, number];
    const wideLeft = Number(/scroll-padding-left: ([\d.]+)rem/.exec(css)![1]) * 16;
    expect(top).toBeGreaterThanOrEqual(sizes.tallestHead + 2 * sizes.headPadding + sizes.marginHeight + 3 * sizes.headLine + 6);
    expect(left).toBeGreaterThanOrEqual(sizes.narrowLabel + sizes.labelPadding);
    expect(wideLeft).toBeGreaterThanOrEqual(sizes.wideLabel + sizes.labelPadding);
  });
});
