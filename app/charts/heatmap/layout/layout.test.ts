import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marginsOf } from '#app/domain/capability/picture/margins-of.ts';
import type { CountCells, Picture } from '#app/domain/capability/picture/picture.ts';
import { textWidth } from '#app/charts/text/text-width.ts';
import { samplePeople, sampleTeams } from '#app/charts/heatmap/__fixtures__/sample-pictures.ts';
import { layoutHeatmap } from '#app/charts/heatmap/layout.ts';
import { markPath } from '#app/charts/heatmap/look/mark-path.ts';
import { rowsInView } from './rows-in-view.ts';

const gap = { metric: 'gap', heldLevel: 1 } as const;
const layout = layoutHeatmap(samplePeople, gap);
const stepOf = (availableWidth: number) => {
  const { frame } = layoutHeatmap(samplePeople, { ...gap, availableWidth });
  return frame.cellsWidth / frame.columns.length;
};

function tall(rows: number, namesOf = (at: number) => `Person ${at}`): Picture {
  return { ...samplePeople, rows: Array.from({ length: rows }, (_, at) => ({ id: `p${at}`, name: namesOf(at), note: null, group: at < rows / 2 ? 0 : 1 })) };
}

describe('the layout of a picture', () => {
  it('heads each group, and none where there is only one', () => {
    expect(layout.frame.bands.map(({ rowIndex, name }) => [rowIndex, name])).toEqual([
      [null, 'Service desk'], [0, 'Asha Rao'], [1, 'Owen Featherstonehaugh-Pryce'], [null, 'Incident and problem'], [2, 'Rhian Bevan'], [3, 'Tom Ash'],
    ]);
    expect(layout.bandOfRow).toEqual([1, 2, 4, 5]);
    const alone = layoutHeatmap({ ...samplePeople, rows: samplePeople.rows.slice(0, 2) }, gap);
    expect(alone.frame.bands.map(({ rowIndex }) => rowIndex)).toEqual([0, 1]);
  });

  it('says the note below the name where there is room, and not where there is none', () => {
    const band = layout.frame.bands[4]!;
    expect(band.wideLines.map(({ text }) => text)).toEqual(['Rhian Bevan', 'Senior incident manager,', 'leaves\u00A031\u00A0Mar\u00A02027']);
    expect(band.narrowLines.map(({ text }) => text)).toEqual(['Rhian Bevan']);
  });

  it('keeps cells in their row and two pixels apart, and finds each by a place inside it', () => {
    samplePeople.rows.forEach((_, row) => {
      const band = layout.frame.bands[layout.bandOfRow[row]!]!;
      samplePeople.columns.forEach((_column, column) => {
        const { x, y, width, height } = layout.box(row, column);
        expect([y - band.y, band.y + band.height - (y + height)]).toEqual([1, 1]);
        if (column > 0) expect(x - (layout.box(row, column - 1).x + layout.box(row, column - 1).width)).toBeCloseTo(2, 6);
        expect([layout.rowAt(y + height / 2), layout.columnAt(x + width / 2)]).toEqual([row, column]);
      });
    });
    expect([layout.rowAt(-1), layout.rowAt(5), layout.rowAt(1e6), layout.columnAt(-1), layout.columnAt(1e6)]).toEqual([null, null, null, null, null]);
  });

  it('puts each mark into its own corner, inside the cell', () => {
    const box = layout.box(2, 1);
    expect(markPath('self-only', box, 3)!.d).toBe(`M${box.x + 3},${box.y + 3}h8l-8,8z`);
    expect(markPath('manager-only', box, 3)!.d).toBe(`M${box.x + box.width - 3},${box.y + 3}h-8l8,8z`);
    expect(markPath('level-undefined', box, 3)).toBeNull();
  });

  it('widens cells to fill the room, to a calm size on a page and more on a wide screen, never below what their text needs', () => {
    expect([stepOf(1300), stepOf(2400), stepOf(10)]).toEqual([60, 96, 36]);
    expect(stepOf(500)).toBeGreaterThan(36);
    expect(stepOf(500)).toBeLessThan(60);
    const many = (sampleTeams.cells as CountCells).expected.map(() => 1500);
    const crowd: Picture = { ...sampleTeams, cells: { ...(sampleTeams.cells as CountCells), expected: many } };
    expect(layoutHeatmap(crowd, { metric: 'met', heldLevel: 1, availableWidth: 10 }).frame.columns[0]!.width).toBeGreaterThanOrEqual(textWidth('1500/1500', 15));
  });

  it('keeps room for the bars of rows and columns where there are any', () => {
    const barred = layoutHeatmap(samplePeople, { ...gap, margins: marginsOf(samplePeople) }).frame;
    expect([layout.frame.marginWidth, layout.frame.marginHeight]).toEqual([0, 0]);
    expect(barred.marginWidth).toBeGreaterThan(40);
    expect(barred.headHeight).toBe(layout.frame.headHeight + barred.marginHeight);
  });

  it('has nothing to place without rows or without columns', () => {
    const empty = layoutHeatmap({ ...samplePeople, rows: [], columns: [] }, gap);
    expect(empty.frame).toMatchObject({ columns: [], bands: [], pages: [], cellsWidth: 0, cellsHeight: 0 });
    expect(rowsInView(empty, 0, 100)).toEqual({ first: 0, last: -1 });
  });
});

describe('the rows in view', () => {
  const many = layoutHeatmap(tall(400), gap);

  it('are all that a window shows, and at most two more on either side', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: Math.ceil(many.frame.cellsHeight) + 50 }), fc.integer({ min: 1, max: 2000 }), (top, height) => {
        const { first, last } = rowsInView(many, top, height);
        const shown = many.bandOfRow.map((band) => many.frame.bands[band]!).filter(({ y, height: high }) => y < top + height && y + high > top).map(({ rowIndex }) => rowIndex!);
        for (const row of shown) expect(row >= first && row <= last).toBe(true);
        expect(last - first + 1 - shown.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});
