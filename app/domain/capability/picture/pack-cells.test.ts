import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatrixCell } from '#app/domain/capability/cell.ts';
import { packCells } from './pack-cells.ts';
import { cellMarks, cellStates } from './picture.ts';
import { unpackCell } from './unpack-cell.ts';

const level = fc.option(fc.integer({ min: 0, max: 9 }), { nil: null });
const anyCell: fc.Arbitrary<MatrixCell> = fc
  .record({
    expectedLevel: level,
    selfLevel: level,
    managerLevel: level,
    agreedLevel: level,
    state: fc.constantFrom(...cellStates),
    marks: fc.subarray([...cellMarks]),
    agreedOn: fc.option(fc.date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)), { nil: null }),
  })
  .map((cell) => ({
    ...cell,
    skillId: 'skill',
    gap: cell.agreedLevel === null || cell.expectedLevel === null ? null : cell.agreedLevel - cell.expectedLevel,
  }));

describe('packed cells', () => {
  it('give every cell back as it was, through JSON', () => {
    fc.assert(
      fc.property(fc.array(fc.option(anyCell, { nil: null }), { maxLength: 60 }), (cells) => {
        const packed = JSON.parse(JSON.stringify(packCells(cells))) as ReturnType<typeof packCells>;
        expect(cells.map((_, at) => unpackCell(packed, at, 'skill'))).toEqual(cells);
      }),
    );
  });

  it('take one character a cell and column, also where every day is another one', () => {
    const cells = Array.from({ length: 4_000 }, (_, at): MatrixCell => ({
      skillId: 'skill', expectedLevel: 3, selfLevel: null, managerLevel: 0, agreedLevel: 2, gap: -1, state: 'below', marks: ['stale'],
      agreedOn: new Date(Date.UTC(2010, 0, 1 + at)).toISOString().slice(0, 10),
    }));
    const packed = packCells(cells);
    expect(packed.agreedOn).toHaveLength(4_000);
    expect(packed.days).toHaveLength(4_000);
    expect(packed.markSets).toEqual([['stale']]);
    expect(unpackCell(packed, 3_999, 'skill')).toEqual(cells[3_999]);
  });
});
