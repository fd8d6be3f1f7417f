import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellFacts } from './cell.ts';
import { judgeCell } from './judge-cell.ts';

const today = { asOf: '2026-06-30', reviewPeriodDays: 365 };
const reading = (level: number | null, assessedOn = '2026-05-01') => ({ level, assessedOn });

function facts(changes: Partial<CellFacts>): CellFacts {
  return {
    skillId: 'continuity',
    expectedLevel: 2,
    self: null,
    manager: null,
    agreed: null,
    levelUndefined: false,
    needsReview: false,
    ...changes,
  };
}

const anyReading = fc.option(
  fc.record({
    level: fc.option(fc.integer({ min: 0, max: 4 })),
    assessedOn: fc.constantFrom('2024-01-01', '2026-05-01'),
  }),
);
const anyFacts: fc.Arbitrary<CellFacts> = fc.record({
  skillId: fc.constant('continuity'),
  expectedLevel: fc.option(fc.integer({ min: 1, max: 4 })),
  self: anyReading,
  manager: anyReading,
  agreed: anyReading,
  levelUndefined: fc.boolean(),
  needsReview: fc.boolean(),
});

describe('the state of a cell', () => {
  it('is below, meets or above by the agreed level, with the gap beside it', () => {
    expect(judgeCell(facts({ agreed: reading(0) }), today)).toMatchObject({ state: 'below', gap: -2 });
    expect(judgeCell(facts({ agreed: reading(1) }), today)).toMatchObject({ state: 'below', gap: -1 });
    expect(judgeCell(facts({ agreed: reading(2) }), today)).toMatchObject({
      state: 'meets',
      gap: 0,
      agreedOn: '2026-05-01',
    });
    expect(judgeCell(facts({ agreed: reading(4) }), today)).toMatchObject({ state: 'above', gap: 2 });
  });

  it('is not assessed while nothing is agreed, whatever self and manager say', () => {
    const cell = judgeCell(facts({ self: reading(4), manager: reading(3) }), today);
    expect(cell).toMatchObject({ state: 'not-assessed', gap: null, agreedLevel: null, selfLevel: 4, managerLevel: 3 });
  });

  it('is not observed when that is what was agreed, even where a manager gave a level', () => {
    const cell = judgeCell(facts({ agreed: reading(null), manager: reading(2) }), today);
    expect(cell).toMatchObject({ state: 'not-observed', gap: null, agreedOn: '2026-05-01' });
  });

  it('is not expected, without a gap, when the role level asks nothing, even where a level is agreed', () => {
    expect(judgeCell(facts({ expectedLevel: null, agreed: reading(3) }), today)).toMatchObject({
      state: 'not-expected',
      gap: null,
      agreedLevel: 3,
    });
    expect(judgeCell(facts({ expectedLevel: null, agreed: reading(null) }), today).state).toBe('not-expected');
  });
});

describe('the marks of a cell', () => {
  it('says stale from the day after the review period ends', () => {
    expect(judgeCell(facts({ agreed: reading(2, '2025-06-30') }), today).marks).toEqual([]);
    expect(judgeCell(facts({ agreed: reading(2, '2025-06-29') }), today).marks).toEqual(['stale']);
    expect(judgeCell(facts({ agreed: reading(null, '2025-06-29') }), today).marks).toEqual(['stale']);
    expect(judgeCell(facts({ self: reading(2, '2020-01-01') }), today).marks).toEqual(['self-only']);
  });

  it('names the source while nothing is agreed, the manager before the person', () => {
    expect(judgeCell(facts({ self: reading(2) }), today).marks).toEqual(['self-only']);
    expect(judgeCell(facts({ manager: reading(2) }), today).marks).toEqual(['manager-only']);
    expect(judgeCell(facts({ self: reading(2), manager: reading(2) }), today).marks).toEqual(['manager-only']);
    expect(judgeCell(facts({ self: reading(2), manager: reading(2), agreed: reading(2) }), today).marks).toEqual([]);
  });

  it('says review where the wording changed its meaning after something was agreed, whatever self and manager say', () => {
    expect(judgeCell(facts({ agreed: reading(2), needsReview: true }), today)).toMatchObject({ state: 'meets', marks: ['review'] });
    expect(judgeCell(facts({ self: reading(2), needsReview: true }), today).marks).toEqual(['self-only']);
    expect(judgeCell(facts({ agreed: reading(2) }), today).marks).toEqual([]);
  });

  it('is exempt to the end of the last day of an agreed exemption, and not assessed from the day after', () => {
    const exemptUntil = (day: string) => judgeCell(facts({ agreed: { level: null, assessedOn: '2026-05-01', exemptUntil: day } }), { asOf: '2026-06-01', reviewPeriodDays: 365 });
    expect(exemptUntil('2026-06-01')).toMatchObject({ state: 'not-observed', marks: ['exempt'] });
    expect(exemptUntil('2026-05-31')).toMatchObject({ state: 'not-assessed', marks: [] });
  });

  it('can carry several marks at once', () => {
    const cell = judgeCell(facts({ agreed: reading(2, '2020-01-01'), levelUndefined: true, needsReview: true, disputed: true }), today);
    expect(cell.marks).toEqual(['stale', 'review', 'level-undefined', 'disputed']);
  });
});

describe('any cell', () => {
  it('is judged the same whatever self and manager say, but for their own levels and marks', () => {
    fc.assert(
      fc.property(anyFacts, anyReading, anyReading, (given, self, manager) => {
        const one = judgeCell(given, today);
        const other = judgeCell({ ...given, self, manager }, today);
        expect([other.state, other.gap, other.agreedLevel]).toEqual([one.state, one.gap, one.agreedLevel]);
      }),
    );
  });

  it('has a gap exactly when it is below, meets or above', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const cell = judgeCell(given, today);
        expect(cell.gap !== null).toBe(['below', 'meets', 'above'].includes(cell.state));
        expect(new Set(cell.marks).size).toBe(cell.marks.length);
      }),
    );
  });
});
