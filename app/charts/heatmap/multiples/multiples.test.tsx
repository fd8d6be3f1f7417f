import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { MatrixCell } from '#app/domain/capability/cell.ts';
import { anyPicture } from '#app/domain/capability/picture/__fixtures__/any-picture.ts';
import { cellsOf } from '#app/domain/capability/picture/__fixtures__/cells-of.ts';
import { packCells } from '#app/domain/capability/picture/pack-cells.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { bareCell, levelCell } from '#app/charts/heatmap/__fixtures__/sample-matrix.ts';
import { drawMultiple } from './draw-multiple.ts';
import { mostSmallCells } from './multiple-sizes.ts';
import { SmallMultiples } from './small-multiples.tsx';
import { splitByGroup } from './split-by-group.ts';

function pictureOf(rows: (MatrixCell | null)[][], name = 'Ada'): Picture {
  return {
    view: 'people', asOf: '2026-06-01', before: null, people: rows.length, hidden: { rows: 0, columns: 0 }, disclosureControlled: false, earlier: null, columnGroups: [],
    rows: rows.map((_, at) => ({ id: `p${at}`, name: `${name} ${at}`, note: null, group: at % 2 })),
    groups: [{ id: 'lights', name: `Lights ${name}` }, { id: 'boats', name: 'Boats' }],
    columns: (rows[0] ?? []).map((_, at) => ({ id: `s${at}`, name: `Skill ${at}`, group: null })),
    cells: packCells(rows.flat()),
  };
}

const draw = (cells: (MatrixCell | null)[]) => drawMultiple(pictureOf([cells]), 'gap', { heldLevel: 1, label: 'Lights' });

describe('small pictures of teams', () => {
  it('say by shape alone what a cell is', () => {
    const states: (MatrixCell | null)[] = [levelCell(1, 3), levelCell(3, 3), levelCell(4, 3), bareCell('not-assessed', 2), bareCell('not-observed', 2), bareCell('not-expected', null), null];
    const shapes = states.map((cell) => draw([cell]).replace(/ fill="#[^"]+"/g, '').replace(/ stroke="#[^"]+"/g, ''));
    expect(new Set(shapes).size).toBe(states.length);
    expect(draw([levelCell(1, 3)])).toContain('stroke-width="1.5"');
    expect(draw([levelCell(3, 3)])).not.toContain('stroke');
  });

  it('draw no fill over a shape, whatever comes first', () => {
    const svg = draw([levelCell(2, 3), levelCell(1, 3), levelCell(4, 3), levelCell(0, 3)]);
    expect(svg.lastIndexOf('heatmap-small-fill')).toBeLessThan(svg.indexOf('heatmap-small-line'));
  });

  it('are drawn larger where there are few columns', () => {
    const widthOf = (columns: number) => Number(/width="([\d.]+)"/.exec(draw(Array.from({ length: columns }, () => levelCell(3, 3))))![1]);
    expect([5, 21, 28].map(widthOf)).toEqual([70, 280, 280]);
  });

  it('are as drawn before', async () => {
    const row = [levelCell(0, 3), levelCell(2, 3), levelCell(3, 3), levelCell(4, 3), bareCell('not-assessed', 2), bareCell('not-observed', 2), bareCell('not-expected', null)];
    await expect(drawMultiple(pictureOf([row, [...row].reverse()]), 'gap', { heldLevel: 1, label: 'Lights' })).toMatchFileSnapshot('__snapshots__/multiple.svg');
  });

  it('go on below where there are more columns than a small screen holds', () => {
    const size = (columns: number) => /width="(\d+)" height="(\d+)"/.exec(draw(Array.from({ length: columns }, () => levelCell(3, 3))))!.slice(1).map(Number);
    expect(size(28)).toEqual([280, 10]);
    expect(size(29)).toEqual([280, 26]);
    expect(size(60)).toEqual([280, 42]);
  });

  it('hold every row of the whole once, with its cells', () => {
    fc.assert(
      fc.property(anyPicture(['person']), (picture) => {
        const teams = splitByGroup(picture);
        expect(teams.flatMap(({ picture: { rows } }) => rows.map(({ id }) => id))).toEqual(picture.rows.map(({ id }) => id));
        expect(teams.flatMap((team) => cellsOf(team.picture, 'cells'))).toEqual(cellsOf(picture, 'cells'));
        for (const team of teams) expect(team.picture.columns).toEqual(picture.columns);
      }),
    );
  });

  it('write no name as markup, and lead to each team', () => {
    const html = renderToStaticMarkup(
      <SmallMultiples picture={pictureOf([[levelCell(1, 3)], [levelCell(3, 3)]], '<script>"')} metric="gap" heldLevel={1} groupHref={(id) => `/teams/${id}/heatmap`} />,
    );
    expect(html).not.toContain('<script');
    expect(html).toContain('href="/teams/lights/heatmap"');
    expect(html).toContain('1 person: 0 met, 1 short, 0 not assessed');
    expect(html.match(/<svg/g)).toHaveLength(2);
  });

  it('are not drawn beyond what can be compared, and say so', () => {
    const columns = Array.from({ length: 100 }, () => levelCell(3, 3));
    const picture = pictureOf(Array.from({ length: mostSmallCells / 100 + 2 }, () => columns));
    const html = renderToStaticMarkup(<SmallMultiples picture={picture} metric="gap" heldLevel={1} groupHref={() => '#'} />);
    expect(html.match(/<svg/g)).toHaveLength(1);
    expect(html).toContain('too many people');
  });
});
