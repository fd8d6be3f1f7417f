import { describe, expect, it } from 'vitest';
import { pictureCycles } from './picture-cycles.ts';
import type { CellCount } from './sum-counts.ts';

const skills = ['lamps', 'charts', 'boats', 'knots'].map((id) => ({ id, key: id, name: id }));
const count = (row: string, column: string, expected: number, assessed: number, met: number, more: Partial<CellCount> = {}): CellCount => ({ row, column, expected, assessed, met, atLevel: [0, met], oldestOn: null, ...more });

describe('the picture of rounds', () => {
  it('adds up the teams of each round, and puts the skills expected of most people today first', () => {
    const picture = pictureCycles({
      asOf: '2026-06-01',
      columns: [{ id: 'first', name: 'First' }, { id: 'now', name: 'Today' }],
      skills,
      counts: [
        count('lamps', 'first', 2, 1, 1, { oldestOn: '2025-02-01' }),
        count('lamps', 'first', 3, 3, 0, { oldestOn: '2025-01-01', atLevel: [3, 0, 0, 0, 0, 0, 1] }),
        count('lamps', 'now', 1, 1, 1),
        count('boats', 'first', 9, 0, 0),
        count('charts', 'now', 4, 2, 1),
        count('knots', 'now', 0, 0, 0),
        count('lamps', 'another round', 7, 7, 7),
      ],
      people: 5,
    });
    expect(picture.rows.map(({ id }) => id)).toEqual(['charts', 'lamps', 'boats']);
    expect(picture.columns.map(({ id }) => id)).toEqual(['first', 'now']);
    expect(picture.cells).toEqual({
      kind: 'count',
      expected: [0, 4, 5, 1, 9, 0],
      assessed: [0, 2, 4, 1, 0, 0],
      met: [0, 1, 1, 1, 0, 0],
      atLevel: [[0, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0], [3, 1, 0, 0, 0, 0, 1], [0, 1, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]],
      oldestOn: [null, null, '2025-01-01', null, null, null],
      suppressed: [],
    });
  });
});
