import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingLevels } from './missing-levels.ts';
import { readiness } from './readiness.ts';

const expects = (levels: Record<string, number>) =>
  Object.entries(levels).map(([skillId, expectedLevel]) => ({ skillId, expectedLevel }));
const agreed = (levels: Record<string, number | null>) => new Map(Object.entries(levels));
const verdict = (target: Record<string, number>, has: Record<string, number | null>) =>
  readiness(expects(target), agreed(has)).verdict;

describe('the levels still missing', () => {
  it('are those above the agreed level up to the expected one', () => {
    expect(missingLevels(1, 3)).toEqual([2, 3]);
    expect(missingLevels(0, 1)).toEqual([1]);
  });

  it('are none when it is met, and unknown when nothing is agreed', () => {
    expect(missingLevels(3, 3)).toEqual([]);
    expect(missingLevels(4, 3)).toEqual([]);
    expect(missingLevels(null, 3)).toEqual([]);
  });
});

describe('readiness for a role level', () => {
  it('is ready when nothing is missing, whatever else is held', () => {
    expect(readiness(expects({ problem: 2, change: 1 }), agreed({ problem: 2, change: 4, budgets: 0 }))).toEqual({
      verdict: 'ready',
      missing: [],
    });
    expect(verdict({}, {})).toBe('ready');
  });

  it('is nearly when up to three are one level short, and lists them with what is to be shown', () => {
    expect(readiness(expects({ problem: 3, change: 1 }), agreed({ problem: 2, change: 1 }))).toEqual({
      verdict: 'nearly',
      missing: [{ skillId: 'problem', expectedLevel: 3, agreedLevel: 2, missingLevels: [3] }],
    });
    expect(verdict({ a: 2, b: 2, c: 2, d: 2 }, { a: 1, b: 1, c: 1, d: 2 })).toBe('nearly');
    expect(verdict({ a: 2, b: 2, c: 2, d: 2 }, { a: 1, b: 1, c: 1, d: 1 })).toBe('further');
  });

  it('is further when one is two levels short, or not assessed, or not observed', () => {
    expect(verdict({ a: 3, b: 1 }, { a: 1, b: 4 })).toBe('further');
    expect(verdict({ a: 1 }, {})).toBe('further');
    expect(readiness(expects({ a: 1 }), agreed({ a: null })).missing).toEqual([
      { skillId: 'a', expectedLevel: 1, agreedLevel: null, missingLevels: [] },
    ]);
  });

  it('lets no skill that the target dropped or lowered stand in the way', () => {
    expect(verdict({ leading: 2, problem: 1 }, { leading: 2, problem: 1, scripting: 0 })).toBe('ready');
  });

  const levels = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 1, max: 4 }));
  const holdings = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.option(fc.integer({ min: 0, max: 4 })));

  it('never gets worse when one level rises, and no surplus elsewhere makes it better', () => {
    const rank = { further: 0, nearly: 1, ready: 2 };
    fc.assert(
      fc.property(levels, holdings, fc.constantFrom('a', 'b', 'c', 'd', 'e'), (target, has, skill) => {
        const before = verdict(target, has);
        const raised = { ...has, [skill]: Math.min(4, (has[skill] ?? 0) + 1) };
        expect(rank[verdict(target, raised)]).toBeGreaterThanOrEqual(rank[before]);
        const { missing } = readiness(expects(target), agreed(has));
        const surplus = Object.fromEntries(
          Object.keys(target).map((id) => [id, missing.some(({ skillId }) => skillId === id) ? has[id] ?? null : 4]),
        );
        expect(verdict(target, surplus)).toBe(before);
      }),
    );
  });
});
