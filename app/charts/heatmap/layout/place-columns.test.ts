import { describe, expect, it } from 'vitest';
import { textWidth } from '#app/charts/text/text-width.ts';
import { skills } from '#app/charts/heatmap/__fixtures__/sample-matrix.ts';
import { type ColumnRoom, placeColumns } from './place-columns.ts';
import { wrapHeads } from './wrap-heads.ts';

const long = 'Stakeholder relationship management and everything else that anyone could possibly want to call a single skill';

const placed = (columns: ReturnType<typeof skills>, room: ColumnRoom) => placeColumns(columns, room, (mostLines) => wrapHeads(columns, mostLines));

describe('the heads of the columns', () => {
  it('wrap long names instead of cutting them, and stay within the head and their column', () => {
    const { columns, headHeight } = placed(skills('Testing', long), { room: 80, narrowest: 36 });
    expect(columns[1]!.lines.map((line) => line.text).join(' ')).toBe(long);
    for (const column of columns) {
      for (const { text, x, y } of column.lines) {
        expect(y - textWidth(text, 14)).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(headHeight);
        expect(x).toBeGreaterThan(column.x);
        expect(x).toBeLessThanOrEqual(column.x + column.width);
      }
    }
  });

  it('keep columns narrow where two lines do', () => {
    const { columns, width } = placed(skills('Continuity management', 'Service management framework knowledge'), {
      room: 0,
      narrowest: 36,
    });
    expect(width).toBe(72);
    expect(columns.map((column) => column.lines.length)).toEqual([2, 2]);
  });

  it('break a word that is longer than the highest head', () => {
    const { columns, headHeight } = placed(skills('x'.repeat(90)), { room: 0, narrowest: 36 });
    expect(columns[0]!.lines.map((line) => line.text).join('')).toBe('x'.repeat(90));
    expect(headHeight).toBeLessThanOrEqual(216);
  });
});
