import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { levelCell, person, sampleScales, sampleService, sampleTeam, skills } from './__fixtures__/sample-matrix.ts';
import { CellRow } from './cell-row.tsx';
import { HeatmapCaption } from './heatmap-caption.tsx';
import { layoutPeopleHeatmap } from './layout-people-heatmap.ts';
import { layoutServiceHeatmap } from './layout-service-heatmap.ts';
import { PeopleHeatmap } from './people-heatmap.tsx';
import { PeopleTable } from './people-table.tsx';
import { ServiceHeatmap } from './service-heatmap.tsx';
import { ServiceTable } from './service-table.tsx';
import { StandalonePicture } from './standalone-picture.tsx';

const cellHref = (rowId: string, skillId: string) => `/${rowId}/${skillId}`;
const rowHref = (rowId: string) => `/${rowId}`;
const people = { scales: sampleScales, label: 'Levels', cellHref, rowHref, emptySentence: 'Add people first.' };
const service = { label: 'Shares', cellHref, teamHref: rowHref, emptySentence: 'Add a team first.' };

/** One element a line, so that a change of the picture reads as a change of lines. */
const lines = (svg: string) => `${svg.replaceAll('><', '>\n<')}\n`;
const count = (html: string, part: string) => html.split(part).length - 1;

describe('the stored pictures', () => {
  it('show people and skills', async () => {
    const { frame, rows } = layoutPeopleHeatmap(sampleTeam, { scales: sampleScales });
    const drawRow = (index: number) => <CellRow cells={rows[index]!.cells} cellHref={(skillId) => cellHref(rows[index]!.personId, skillId)} />;
    const svg = renderToStaticMarkup(<StandalonePicture label="Levels" frame={frame} rowHref={rowHref} drawRow={drawRow} />);
    await expect(lines(svg)).toMatchFileSnapshot('./__snapshots__/people-heatmap.svg');
  });

  it('show teams and skills', async () => {
    const { frame, rows } = layoutServiceHeatmap(sampleService);
    const drawRow = (index: number) => <CellRow cells={rows[index]!.cells} cellHref={(skillId) => cellHref(rows[index]!.teamId, skillId)} />;
    const svg = renderToStaticMarkup(<StandalonePicture label="Shares" frame={frame} rowHref={rowHref} drawRow={drawRow} />);
    await expect(lines(svg)).toMatchFileSnapshot('./__snapshots__/service-heatmap.svg');
  });
});

describe('the people heatmap', () => {
  it('links every cell to its person and skill, named by the whole sentence', () => {
    const html = renderToStaticMarkup(<PeopleHeatmap {...people} matrix={sampleTeam} />);
    expect(html).toContain(
      '<a href="/p1/s1" aria-label="Asha Rao, Continuity management: agreed working, level 2 of expected 3, one below, stale">',
    );
    for (const { id } of sampleTeam.people) for (const skill of sampleTeam.skills) expect(count(html, `href="/${id}/${skill.id}"`)).toBe(1);
  });

  it('links names, and teams and skills where addresses are given', () => {
    const html = renderToStaticMarkup(
      <PeopleHeatmap {...people} matrix={sampleTeam} teamHref={(id) => `/team/${id}`} skillHref={(id) => `/skill/${id}`} />,
    );
    expect(html).toContain('<a href="/p3" aria-label="Rhian Bevan, Senior incident manager, leaves\u00A031\u00A0Mar\u00A02027">');
    expect(html).toContain('<a href="/team/service-desk" aria-label="Service desk">');
    expect(html).toContain('<a href="/skill/s4" aria-label="Testing">');
  });

  it('says a sentence in place of an empty picture', () => {
    for (const matrix of [{ skills: [], people: [] }, { ...sampleTeam, people: [] }, { skills: [], people: [person('p', 'A', 'T', [])] }]) {
      expect(renderToStaticMarkup(<PeopleHeatmap {...people} matrix={matrix} />)).toBe('<p>Add people first.</p>');
      expect(renderToStaticMarkup(<PeopleTable matrix={matrix} caption="c" rowHref={rowHref} />)).toBe('');
    }
  });

  it('writes a name as text, whatever it holds', () => {
    const matrix = { skills: skills('<img src=x onerror=alert(1)>'), people: [person('p', '<script>"&', 'T', [levelCell(1, 1)])] };
    const html = renderToStaticMarkup(
      <>
        <PeopleHeatmap {...people} matrix={matrix} />
        <PeopleTable matrix={matrix} caption="c" rowHref={rowHref} />
      </>,
    );
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain('&lt;script&gt;&quot;&amp;');
  });

  it('refers on paper to parts that are there, under the id it was given', () => {
    const html = renderToStaticMarkup(<PeopleHeatmap {...people} matrix={sampleTeam} id="mine" />);
    const asked = [...html.matchAll(/<use href="#([^"]+)"/g)].map((match) => match[1]!);
    expect(asked).toEqual(['mine-corner', 'mine-heads', 'mine-labels-0', 'mine-cells-0']);
    for (const id of asked) expect(count(html, `id="${id}"`)).toBe(1);
  });

  it('needs no style attribute, which a strict content security policy would refuse', () => {
    expect(renderToStaticMarkup(<PeopleHeatmap {...people} matrix={sampleTeam} />)).not.toContain('style=');
  });

  it('draws 200 people and 30 skills', () => {
    const names = Array.from({ length: 30 }, (_, index) => `Skill number ${index}`);
    const many = Array.from({ length: 200 }, (_, index) => person(`p${index}`, `Person ${index}`, 'T', names.map(() => levelCell(2, 3))));
    const html = renderToStaticMarkup(<PeopleHeatmap {...people} matrix={{ skills: skills(...names), people: many }} />);
    expect(count(html, '>2/3</text>')).toBe(6000);
  });
});

describe('the service heatmap', () => {
  it('links every cell and every team', () => {
    const html = renderToStaticMarkup(<ServiceHeatmap {...service} matrix={sampleService} tableId="t" />);
    expect(html).toContain('aria-label="Service desk, Service focus: 6 of 7 assessed meet the expected level, 85%, 1 not assessed"');
    expect(html).toContain('<a href="/t1" aria-label="Service desk, 8 people">');
    expect(html).toContain('href="#t"');
  });

  it('says a sentence in place of an empty picture', () => {
    expect(renderToStaticMarkup(<ServiceHeatmap {...service} matrix={{ skills: [], teams: [] }} />)).toBe('<p>Add a team first.</p>');
    expect(renderToStaticMarkup(<ServiceTable matrix={{ skills: [], teams: [] }} caption="c" teamHref={rowHref} />)).toBe('');
  });
});

describe('the tables', () => {
  it('hold the texts of the picture and the states in words', () => {
    const html = renderToStaticMarkup(<PeopleTable matrix={sampleTeam} caption="Levels of all" rowHref={rowHref} cellHref={cellHref} />);
    expect(html).toContain('Levels of all</caption>');
    expect(count(html, '<th scope="row"') + count(html, 'scope="row"')).toBeGreaterThanOrEqual(3);
    expect(count(html, 'scope="col"')).toBe(3 + sampleTeam.skills.length);
    expect(html).toMatch(/<a href="\/p1\/s1">2\/3<\/a><span[^>]*>one below, stale<\/span>/);
    const { rows } = layoutPeopleHeatmap(sampleTeam, { scales: sampleScales });
    for (const { personId, cells } of rows) for (const cell of cells) expect(html).toContain(`href="${cellHref(personId, cell.skillId)}">${cell.text}<`);
  });

  it('show teams with their people', () => {
    const html = renderToStaticMarkup(<ServiceTable matrix={sampleService} caption="Shares of all" teamHref={rowHref} />);
    expect(html).toMatch(/1\/8<span[^>]*>1 of 8 assessed meets the expected level, 12%<\/span>/);
    expect(html).toMatch(/\[c\]<span[^>]*>hidden, so that nobody can be recognised<\/span>/);
  });
});

describe('the caption', () => {
  const facts = { title: 'Levels', date: '21 November 2026', frameworkVersion: 'Version 2', order: 'by name', counted: '3 people' };

  it('says date, framework version, what is counted, what is left out, and the order', () => {
    const html = renderToStaticMarkup(<HeatmapCaption {...facts} notCounted="2 not assessed" />);
    for (const words of ['Levels', '21 November 2026', 'Version 2', '3 people', '2 not assessed', 'Order: by name']) expect(html).toContain(words);
  });

  it('says that nothing is left out', () => {
    expect(renderToStaticMarkup(<HeatmapCaption {...facts} notCounted={null} />)).toContain('none left out');
  });
});
