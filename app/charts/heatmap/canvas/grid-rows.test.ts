import { describe, expect, it } from 'vitest';
import { packCells } from '#app/domain/capability/picture/pack-cells.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { levelCell, sampleScales } from '#app/charts/heatmap/__fixtures__/sample-matrix.ts';
import { placedPicture } from './__fixtures__/placed-picture.ts';
import { gridHead, gridRows } from './grid-rows.ts';

const hostile = `<script>alert("1")</script>'&`;
const picture: Picture = {
  view: 'people', asOf: '2026-11-22', before: null, earlier: null, columnGroups: [], people: 2, hidden: { rows: 0, columns: 0 }, disclosureControlled: false,
  rows: [
    { id: 'p0', name: 'Asha Rao', note: 'Incident manager', group: 0 },
    { id: 'p1', name: hostile, note: hostile, group: 1 },
  ],
  groups: [{ id: 't0', name: 'Service desk' }, { id: 't1', name: hostile }],
  columns: [{ id: 's0', name: 'Testing', group: null }, { id: 's1', name: hostile, group: null }],
  cells: packCells([levelCell(2, 3, 'stale'), levelCell(3, 3), levelCell(1, 3), levelCell(4, 3)]),
};
const hrefs = { cellHref: (row: string, column: string) => `/open?cell=${row}.${column}&x="`, rowHref: (row: string) => `/people/${row}`, columnHref: undefined, groupHref: (id: string) => `/teams/${id}` };
const source = placedPicture(picture, { metric: 'gap', heldLevel: 1, scales: sampleScales, hrefs, availableWidth: 800 });
const rows = gridRows(source, source.layout.bands.keys());

describe('the table behind the canvas', () => {
  it('has a header for each row and column, and each cell’s sentence as its name', () => {
    expect(gridHead(source)).toContain('<th scope="col"><span data-at="-1,0" tabindex="-1">Testing</span></th>');
    expect(rows).toContain('<th scope="row"><a data-at="0,-1" tabindex="-1" href="/people/p0">Asha Rao, Incident manager</a></th>');
    expect(rows).toMatch(/<a data-at="0,0" tabindex="-1" aria-label="Asha Rao, Testing: agreed working, level 2 of expected 3, one below, stale, since 1 May 2026" href="[^"]+">2\/3<\/a>/);
    expect(rows).toContain('<th scope="rowgroup" colspan="3"><a data-at="0,-2" tabindex="-1" href="/teams/t0">Service desk</a></th>');
  });

  it('counts rows as they stand on the screen, so that some of them can be left out', () => {
    expect([...rows.matchAll(/aria-rowindex="(\d+)"/g)].map(([, row]) => row)).toEqual(['2', '3', '4', '5']);
    expect(gridRows(source, [3])).toMatch(/^<tr data-band="3" aria-rowindex="5">/);
  });

  it('writes names as text, whatever they are', () => {
    for (const markup of [gridHead(source), rows]) {
      expect(markup).not.toContain('<script');
      expect(markup.replace(/<\/?(tr|th|td|a|span)( [a-z-]+="[^"<>]*")*>/g, '')).not.toMatch(/[<>"']/);
    }
  });
});
