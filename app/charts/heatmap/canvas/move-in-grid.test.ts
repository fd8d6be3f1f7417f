import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveInGrid, type GridKey } from './move-in-grid.ts';

const press = (key: string, held: Partial<GridKey> = {}): GridKey => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });
const ctrl = { ctrlKey: true };
const size = { rows: 48, columns: 27 };

describe('a key in the grid', () => {
  it.each([
    ['ArrowUp', {}, [3, 4], [2, 4]],
    ['ArrowDown', {}, [3, 4], [4, 4]],
    ['ArrowLeft', {}, [3, 4], [3, 3]],
    ['ArrowRight', {}, [3, 4], [3, 5]],
    ['ArrowUp', {}, [0, 4], [-1, 4]],
    ['ArrowUp', {}, [-1, 4], [-1, 4]],
    ['ArrowLeft', {}, [3, 0], [3, -1]],
    ['ArrowLeft', {}, [3, -1], [3, -2]],
    ['ArrowLeft', {}, [3, -2], [3, -2]],
    ['ArrowRight', {}, [3, -2], [3, -1]],
    ['ArrowUp', {}, [3, -2], [2, -1]],
    ['ArrowUp', {}, [0, -1], [0, -1]],
    ['ArrowLeft', {}, [-1, 0], [-1, 0]],
    ['ArrowDown', {}, [-1, 26], [0, 26]],
    ['ArrowRight', {}, [5, -1], [5, 0]],
    ['ArrowDown', {}, [47, 4], [47, 4]],
    ['ArrowRight', {}, [3, 26], [3, 26]],
    ['Home', {}, [3, 4], [3, 0]],
    ['End', {}, [3, 4], [3, 26]],
    ['Home', {}, [-1, 4], [-1, 0]],
    ['Home', ctrl, [3, 4], [0, 0]],
    ['End', ctrl, [3, 4], [47, 26]],
    ['Home', { metaKey: true }, [3, 4], [0, 0]],
    ['PageDown', {}, [3, 4], [13, 4]],
    ['PageUp', {}, [13, 4], [3, 4]],
    ['PageDown', {}, [45, -1], [47, -1]],
    ['PageUp', {}, [3, 4], [0, 4]],
    ['PageUp', {}, [-1, 4], [0, 4]],
  ])('%s %o leads from %j to %j', (key, held, [row, column], [toRow, toColumn]) => {
    expect(moveInGrid({ row: row!, column: column! }, press(key, held), size, 10)).toEqual({ row: toRow, column: toColumn });
  });

  it.each([
    ['Enter', {}],
    ['Tab', {}],
    ['a', {}],
    ['ArrowLeft', { altKey: true }],
    ['ArrowDown', ctrl],
  ])('%s %o is the browser’s', (key, held) => {
    expect(moveInGrid({ row: 3, column: 4 }, press(key, held), size, 10)).toBeNull();
  });

  it('moves nothing where there is no cell', () => {
    expect(moveInGrid({ row: 0, column: 0 }, press('End', ctrl), { rows: 0, columns: 5 }, 10)).toBeNull();
  });

  it('never leads out of the grid or into the corner, whatever is pressed', () => {
    const key = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown');
    const grid = fc.record({ rows: fc.integer({ min: 1, max: 6 }), columns: fc.integer({ min: 1, max: 6 }) });
    fc.assert(
      fc.property(grid, fc.array(fc.tuple(key, fc.boolean()), { maxLength: 30 }), fc.integer({ min: 1, max: 9 }), (of, keys, page) => {
        let at = { row: 0, column: 0 };
        for (const [pressed, ctrlKey] of keys) {
          at = moveInGrid(at, press(pressed, { ctrlKey }), of, page) ?? at;
          expect(at.row >= -1 && at.row < of.rows && at.column >= -2 && at.column < of.columns && (at.row >= 0 || at.column >= 0)).toBe(true);
        }
      }),
    );
  });
});
