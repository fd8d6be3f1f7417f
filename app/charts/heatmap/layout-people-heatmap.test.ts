import { describe, expect, it } from 'vitest';
import { gapFill, ink, muted, paper } from '#app/charts/colour.ts';
import { levelCell, person, sampleScales, sampleTeam, skills } from './__fixtures__/sample-matrix.ts';
import { layoutPeopleHeatmap } from './layout-people-heatmap.ts';

const layout = layoutPeopleHeatmap(sampleTeam, { scales: sampleScales });
const cellOf = (row: number, column: number) => layout.rows[row]!.cells[column]!;

describe('the layout of people and skills', () => {
  it('fills by gap and outlines every shortfall and nothing else', () => {
    expect(cellOf(0, 0)).toMatchObject({ fill: gapFill(-3), textColour: paper, border: 'short' });
    expect(cellOf(0, 1)).toMatchObject({ fill: gapFill(-1), textColour: ink, border: 'short' });
    expect(cellOf(0, 3)).toMatchObject({ fill: gapFill(0), border: 'none' });
    expect(cellOf(1, 2)).toMatchObject({ fill: gapFill(3), textColour: paper, border: 'none' });
    const outlined = layout.rows.flatMap((row) => row.cells.filter((cell) => cell.border === 'short'));
    expect(outlined.map((cell) => cell.text)).toEqual(['0/3', '2/3', '1/3', '1/2']);
  });

  it('dashes what is not assessed, leaves what is not expected without a fill, and fills no cell that has no gap', () => {
    expect(cellOf(2, 0)).toMatchObject({ fill: paper, border: 'dashed', text: '-' });
    expect(cellOf(0, 4)).toMatchObject({ fill: null, textColour: muted, border: 'none', text: '·' });
    expect(cellOf(0, 5)).toMatchObject({ fill: null, border: 'none', text: '2/·' });
    expect(cellOf(1, 5)).toMatchObject({ fill: paper, border: 'none', text: 'n/o' });
  });

  it('puts each mark into its own corner, inside the cell', () => {
    expect(cellOf(0, 1).marks.map((mark) => mark.kind)).toEqual(['stale']);
    expect(cellOf(1, 4).marks).toEqual([]);
    expect(cellOf(1, 1).marks.map((mark) => mark.kind)).toEqual(['review']);
    expect(cellOf(2, 3).marks.map((mark) => mark.kind)).toEqual(['stale', 'disputed']);
    const { x, y, width } = cellOf(2, 1);
    expect(cellOf(2, 1).marks).toEqual([{ kind: 'self-only', d: `M${x + 3},${y + 3}h8l-8,8z`, isFilled: true }]);
    const right = cellOf(2, 2).x + width - 3;
    expect(cellOf(2, 2).marks).toEqual([{ kind: 'manager-only', d: `M${right},${y + 3}h-8l8,8z`, isFilled: true }]);
  });

  it('heads each team, and no team where there is only one', () => {
    expect(layout.frame.bands.map((band) => [band.rowIndex, band.name])).toEqual([
      [null, 'Service desk'],
      [0, 'Asha Rao'],
      [1, 'Owen Featherstonehaugh-Pryce'],
      [null, 'Incident and problem'],
      [2, 'Rhian Bevan'],
    ]);
    const alone = layoutPeopleHeatmap({ ...sampleTeam, people: sampleTeam.people.slice(0, 2) }, { scales: sampleScales });
    expect(alone.frame.bands.map((band) => band.rowIndex)).toEqual([0, 1]);
  });

  it('says the role level and a known leaving date below the name where there is room, and not where there is none', () => {
    const band = layout.frame.bands[4]!;
    expect(band.wideLines.map((line) => line.text)).toEqual(['Rhian Bevan', 'Senior incident manager,', 'leaves\u00A031\u00A0Mar\u00A02027']);
    expect(band.narrowLines.map((line) => line.text)).toEqual(['Rhian Bevan']);
  });

  it('keeps cells level with their row and apart from each other', () => {
    layout.frame.bands.forEach((band, index) => {
      const above = layout.frame.bands[index - 1];
      expect(band.y).toBe(above === undefined ? 0 : above.y + above.height);
      if (band.rowIndex === null) return;
      const cells = layout.rows[band.rowIndex]!.cells;
      for (const cell of cells) expect(cell.y + cell.height).toBe(band.height - 1);
      cells.slice(1).forEach((cell, before) => {
        expect(cell.x - (cells[before]!.x + cell.width)).toBeCloseTo(2, 6);
      });
    });
  });

  it('widens cells to fill the room, up to a calm size, and never below what their text needs', () => {
    const stepOf = (availableWidth: number) => {
      const { frame } = layoutPeopleHeatmap(sampleTeam, { scales: sampleScales, availableWidth });
      return frame.cellsWidth / frame.columns.length;
    };
    expect(stepOf(4000)).toBe(60);
    expect(stepOf(500)).toBeGreaterThan(36);
    expect(stepOf(500)).toBeLessThan(60);
    expect(stepOf(10)).toBe(36);
  });

  it('lays out 200 people and 30 skills', () => {
    const names = Array.from({ length: 30 }, (_, index) => `Skill number ${index}`);
    const people = Array.from({ length: 200 }, (_person, index) =>
      person(`p${index}`, `Person ${index}`, `Team ${Math.floor(index / 20)}`, names.map((_name, at) => levelCell(at % 5, 3))),
    );
    const { frame, rows } = layoutPeopleHeatmap({ skills: skills(...names), people }, { scales: sampleScales });
    expect(rows.flatMap((row) => row.cells)).toHaveLength(6000);
    expect(frame.bands).toHaveLength(210);
    expect(frame.cellsWidth).toBe(30 * 36);
    expect(frame.pages.at(0)!.from).toBe(0);
    expect(frame.pages.at(-1)!.to).toBe(210);
  });

  it('has nothing to place without people or without skills', () => {
    expect(layoutPeopleHeatmap({ skills: [], people: [] }, { scales: { versions: [], ofSkill: {} } })).toMatchObject({
      rows: [],
      frame: { columns: [], bands: [], pages: [], cellsWidth: 0, cellsHeight: 0 },
    });
    expect(layoutPeopleHeatmap({ ...sampleTeam, people: [] }, { scales: { versions: [], ofSkill: {} } }).frame.cellsHeight).toBe(0);
  });
});
