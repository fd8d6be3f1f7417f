import { missingLevels } from './missing-levels.ts';

/** What a role level expects of one skill. */
export interface Expectation {
  skillId: string;
  /** 1-4. */
  expectedLevel: number;
}

export interface MissingExpectation extends Expectation {
  /** 0-4; null when no level is agreed. */
  agreedLevel: number | null;
  /** The levels still to be shown, lowest first; empty when no level is agreed. */
  missingLevels: number[];
}

export interface Readiness {
  verdict: 'ready' | 'nearly' | 'further';
  /** In the order of the expectations. */
  missing: MissingExpectation[];
}

const mostMissingWhenNearly = 3;

/**
 * Whether someone has what a role level expects, and what is missing.
 * Ready: every expectation is met. Nearly: at most three are not, each by exactly one level. Further: anything else.
 * A skill without an agreed level is missing and never "one level short", since nobody knows how short it is.
 * Only the target's own expectations count: the step between role levels is not "everything one higher", skills come in
 * and drop out, and a surplus in one makes up for nothing in another. A role level that expects nothing is met by anyone.
 */
export function readiness(
  expectations: readonly Expectation[],
  agreedLevels: ReadonlyMap<string, number | null>,
): Readiness {
  const missing = expectations.flatMap(({ skillId, expectedLevel }): MissingExpectation[] => {
    const agreedLevel = agreedLevels.get(skillId) ?? null;
    if (agreedLevel !== null && agreedLevel >= expectedLevel) return [];
    return [{ skillId, expectedLevel, agreedLevel, missingLevels: missingLevels(agreedLevel, expectedLevel) }];
  });
  return { verdict: verdictOf(missing), missing };
}

function verdictOf(missing: readonly MissingExpectation[]): Readiness['verdict'] {
  if (missing.length === 0) return 'ready';
  const allOneShort = missing.every((one) => one.missingLevels.length === 1);
  return allOneShort && missing.length <= mostMissingWhenNearly ? 'nearly' : 'further';
}
