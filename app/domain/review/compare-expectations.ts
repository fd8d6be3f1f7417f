import type { Expectation } from '#app/domain/capability/readiness.ts';

/** What happens to one skill from one role level to another. */
export interface ExpectationChange {
  skillId: string;
  change: 'added' | 'higher' | 'same' | 'lower' | 'dropped';
  /** 1-4; null where the first role level expects nothing of the skill. */
  currentExpectedLevel: number | null;
  /** 1-4; null where the second expects nothing of it. */
  nextExpectedLevel: number | null;
}

/**
 * How the expectations of two role levels differ, skill by skill: those of the next one in its order, then those that
 * are dropped, in the order of the current one. Expectations are not monotonic: a step up can lower or drop a skill.
 */
export function compareExpectations(
  current: readonly Expectation[],
  next: readonly Expectation[],
): ExpectationChange[] {
  const currentOf = new Map(current.map(({ skillId, expectedLevel }) => [skillId, expectedLevel]));
  const nextIds = new Set(next.map(({ skillId }) => skillId));
  const kept = next.map(({ skillId, expectedLevel }): ExpectationChange => {
    const before = currentOf.get(skillId) ?? null;
    return {
      skillId,
      change: changeOf(before, expectedLevel),
      currentExpectedLevel: before,
      nextExpectedLevel: expectedLevel,
    };
  });
  const dropped = current
    .filter(({ skillId }) => !nextIds.has(skillId))
    .map(
      ({ skillId, expectedLevel }): ExpectationChange => ({
        skillId,
        change: 'dropped',
        currentExpectedLevel: expectedLevel,
        nextExpectedLevel: null,
      }),
    );
  return [...kept, ...dropped];
}

function changeOf(before: number | null, after: number): ExpectationChange['change'] {
  if (before === null) return 'added';
  if (after > before) return 'higher';
  return after < before ? 'lower' : 'same';
}
