import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countDifferences } from './count-differences.ts';
import { countLevels } from './count-levels.ts';
import { findDoubts } from './find-doubts.ts';
import { leniencyInterval } from './leniency-interval.ts';
import type { ModerationCase, ShownAnswer } from './moderation-case.ts';

const said = (level: number | null, changes: Partial<ShownAnswer> = {}): ShownAnswer => ({
  level, isExempt: false, assessorKey: 'u1', assessorName: 'Una', assessedOn: '2026-03-01', hasNote: false, tickedLevel: null, ...changes,
});
const caseOf = (changes: Partial<ModerationCase>): ModerationCase => ({
  personId: 'p', personName: 'Asha', skillId: 's', skillName: 'Lamps', self: null, manager: null, agreed: null, earlierLevel: null, hasEvidence: false, ...changes,
});
/** Nine counts with so many at these differences. */
const counts = (at: Record<number, number>) => Array.from({ length: 9 }, (_, index) => at[index - 4] ?? 0);

describe('the distribution of levels by assessor', () => {
  it('counts each level, what was not observed and who is exempt, in the order of the names', () => {
    const vic = { assessorKey: 'u2', assessorName: 'Ada' };
    const cases = [said(2), said(2), said(null), said(null, { isExempt: true }), said(4, vic), said(0, vic)].map((manager) => caseOf({ manager }));
    expect(countLevels([...cases, caseOf({ self: said(3) })], 4)).toEqual([
      { key: 'u2', name: 'Ada', atLevel: [1, 0, 0, 0, 1], notObserved: 0, exempt: 0, cases: 2 },
      { key: 'u1', name: 'Una', atLevel: [0, 0, 2, 0, 0], notObserved: 1, exempt: 1, cases: 4 },
    ]);
  });

  it('keeps two assessors of one name apart, and adds up', () => {
    const anyManager = fc.record({ level: fc.option(fc.integer({ min: 0, max: 9 })), assessorKey: fc.constantFrom('a', 'b', 'c'), isExempt: fc.boolean() });
    fc.assert(
      fc.property(fc.array(anyManager), (managers) => {
        const rows = countLevels(managers.map(({ level, ...other }) => caseOf({ manager: said(level, { ...other, isExempt: level === null && other.isExempt }) })), 4);
        expect(rows.map(({ key }) => key)).toEqual([...new Set(managers.map((one) => one.assessorKey))].sort());
        for (const row of rows) expect(row.atLevel.reduce((sum, count) => sum + count, row.notObserved + row.exempt)).toBe(row.cases);
        expect(rows.reduce((sum, row) => sum + row.cases, 0)).toBe(managers.length);
      }),
    );
  });
});

describe('differences', () => {
  const difference = (name: string, counted: number | null) => ({ key: name, name, difference: counted });

  it('are counted from -4 to +4, what lies beyond at the ends, and those that cannot be told beside them', () => {
    expect(countDifferences([difference('Una', 1), difference('Una', null), difference('Bo', -9), difference('Bo', 4), difference('Una', 1)])).toEqual([
      { key: 'Bo', name: 'Bo', counts: counts({ [-4]: 1, 4: 1 }), compared: 2, leftOut: 0 },
      { key: 'Una', name: 'Una', counts: counts({ 1: 2 }), compared: 2, leftOut: 1 },
    ]);
    expect(countDifferences([])).toEqual([]);
  });

  it('add up, and stand in the order of the names however large they are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('Ada', 'Bo', 'Cyd'), fc.option(fc.integer({ min: -9, max: 9 })))), (list) => {
        const rows = countDifferences(list.map(([name, value]) => difference(name, value)));
        expect(rows.map(({ name }) => name)).toEqual(['Ada', 'Bo', 'Cyd'].filter((name) => list.some(([one]) => one === name)));
        for (const row of rows) expect(row.counts.reduce((sum, count) => sum + count, 0)).toBe(row.compared);
        expect(rows.reduce((sum, row) => sum + row.compared + row.leftOut, 0)).toBe(list.length);
      }),
    );
  });
});

describe('the leniency of an assessor', () => {
  it('is the mean with Student’s interval', () => {
    // Worked by hand: 0 0 1 1 1 2, mean 5/6, s 0.7528, t(0.975, 5) 2.5706.
    const { mean, low, high } = leniencyInterval(counts({ 0: 2, 1: 3, 2: 1 }))!;
    expect(mean).toBeCloseTo(0.8333, 4);
    expect(low).toBeCloseTo(0.0433, 2);
    expect(high).toBeCloseTo(1.6234, 2);
    const many = leniencyInterval(counts({ [-1]: 30, 1: 31 }))!;
    // t(0.975, 60) is 2.0003.
    expect(many.high - many.mean).toBeCloseTo((2.0003 * Math.sqrt((61 - 1 / 61) / 60)) / Math.sqrt(61), 3);
  });

  it('is not told of fewer than five cases', () => {
    expect(leniencyInterval(counts({}))).toBeNull();
    expect(leniencyInterval(counts({ 0: 1, 1: 3 }))).toBeNull();
    expect(leniencyInterval(counts({ 0: 1, 1: 4 }))).not.toBeNull();
  });

  it('claims no certainty from cases that are all alike', () => {
    expect(leniencyInterval(counts({ 1: 5 }))).toEqual({ mean: 1, low: 0.4, high: 1.6 });
    expect(leniencyInterval(counts({ 0: 30 }))).toEqual({ mean: 0, low: -0.1, high: 0.1 });
  });

  it('never reaches past the longest difference', () => {
    expect(leniencyInterval(counts({ [-4]: 3, 4: 2 }))).toMatchObject({ low: -4, high: expect.closeTo(4, 0) as number });
    expect(leniencyInterval(counts({ 4: 6 }))).toEqual({ mean: 4, low: 3.5, high: 4 });
  });

  it('holds its mean, and is narrower with more cases of the same spread', () => {
    const anyCounts = fc.array(fc.nat(6), { minLength: 9, maxLength: 9 }).filter((list) => list.reduce((sum, count) => sum + count, 0) >= 5);
    fc.assert(
      fc.property(anyCounts, fc.integer({ min: 2, max: 20 }), (list, times) => {
        const few = leniencyInterval(list)!;
        const many = leniencyInterval(list.map((count) => count * times))!;
        for (const { mean, low, high } of [few, many]) {
          expect(low).toBeLessThan(high);
          expect(low).toBeLessThanOrEqual(mean);
          expect(high).toBeGreaterThanOrEqual(mean);
        }
        expect(many.mean).toBeCloseTo(few.mean, 9);
        expect(many.high - many.low).toBeLessThan(few.high - few.low + 1e-9);
      }),
    );
  });
});

describe('what is odd about a level', () => {
  it('is a high one with nothing to show for it', () => {
    expect(findDoubts(caseOf({ agreed: said(3) }))).toEqual([{ kind: 'unbacked', level: 3 }]);
    expect(findDoubts(caseOf({ agreed: said(2) }))).toEqual([]);
    expect(findDoubts(caseOf({ agreed: said(3), hasEvidence: true }))).toEqual([]);
    expect(findDoubts(caseOf({ agreed: said(3), self: said(3, { hasNote: true }) }))).toEqual([]);
  });

  it('is one that the ticks of the same voice do not suggest', () => {
    expect(findDoubts(caseOf({ agreed: said(2, { tickedLevel: 1 }) }))).toEqual([{ kind: 'ticks-differ', level: 2, tickedLevel: 1 }]);
    expect(findDoubts(caseOf({ agreed: said(2, { tickedLevel: 2 }), manager: said(4, { tickedLevel: 1 }) }))).toEqual([]);
  });

  it('is one that lies two or more from what was agreed before, up or down', () => {
    const kinds = (level: number, earlierLevel: number | null) => findDoubts(caseOf({ agreed: said(level), earlierLevel, hasEvidence: true })).map(({ kind }) => kind);
    expect(kinds(3, 1)).toEqual(['far-from-last-year']);
    expect(kinds(0, 2)).toEqual(['far-from-last-year']);
    expect(kinds(3, 2)).toEqual([]);
    expect(kinds(4, null)).toEqual([]);
  });

  it('looks at the manager’s level until one is agreed, and at nobody else’s', () => {
    expect(findDoubts(caseOf({ manager: said(4) }))).toEqual([{ kind: 'unbacked', level: 4 }]);
    expect(findDoubts(caseOf({ manager: said(4), agreed: said(1) }))).toEqual([]);
    expect(findDoubts(caseOf({ self: said(4) }))).toEqual([]);
    expect(findDoubts(caseOf({ agreed: said(null), manager: said(4), earlierLevel: 4 }))).toEqual([]);
  });
});
