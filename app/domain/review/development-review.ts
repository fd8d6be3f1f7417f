import type { MatrixCell } from '#app/domain/capability/cell.ts';
import { missingLevels } from '#app/domain/capability/missing-levels.ts';
import { personSummary, type PersonSummary } from '#app/domain/capability/person-summary.ts';
import { type Expectation, readiness, type Readiness } from '#app/domain/capability/readiness.ts';
import { compareExpectations, type ExpectationChange } from './compare-expectations.ts';

/** One expected skill on the review page: the judged cell, and the levels whose statements are still to be shown. */
export interface ReviewRow {
  cell: MatrixCell & { expectedLevel: number };
  /** Lowest first; empty when the expectation is met or nothing is agreed. */
  missingLevels: number[];
}

/** A skill on the way to the next role level. */
export interface NextStep extends ExpectationChange {
  /** 0-4; null when no level is agreed. */
  agreedLevel: number | null;
  /** The levels between what is agreed and what the next role level expects; empty where it drops the skill. */
  missingLevels: number[];
}

/** The numbers of one person's development review. */
export interface DevelopmentReview {
  summary: PersonSummary;
  rows: ReviewRow[];
  /** Skills that were assessed though the role level expects nothing of them. */
  otherSkills: MatrixCell[];
  /** Null where there is no next role level. */
  next: { readiness: Readiness; steps: NextStep[] } | null;
}

/**
 * What a person's yearly development review shows: each expected skill with expected and agreed level and what is
 * missing between them, other skills held, and what the next role level asks: which skills come in, rise, stay, sink
 * or drop out, against what is agreed today. `cells` are the person's judged cells in the order in which they are shown;
 * `nextExpectations` those of the next more senior role level of the same role, null where there is none.
 */
export function developmentReview(
  cells: readonly MatrixCell[],
  nextExpectations: readonly Expectation[] | null,
): DevelopmentReview {
  const rows = cells.flatMap((cell): ReviewRow[] => {
    const { expectedLevel } = cell;
    if (expectedLevel === null) return [];
    return [{ cell: { ...cell, expectedLevel }, missingLevels: missingLevels(cell.agreedLevel, expectedLevel) }];
  });
  return {
    summary: personSummary(cells),
    rows,
    otherSkills: cells.filter(wasAssessedBesides),
    next: nextExpectations && nextRoleLevel(cells, rows, nextExpectations),
  };
}

function nextRoleLevel(
  cells: readonly MatrixCell[],
  rows: readonly ReviewRow[],
  nextExpectations: readonly Expectation[],
): NonNullable<DevelopmentReview['next']> {
  const agreedLevels = new Map(cells.map(({ skillId, agreedLevel }) => [skillId, agreedLevel]));
  const current = rows.map(({ cell: { skillId, expectedLevel } }) => ({ skillId, expectedLevel }));
  const steps = compareExpectations(current, nextExpectations).map((change): NextStep => {
    const agreedLevel = agreedLevels.get(change.skillId) ?? null;
    return { ...change, agreedLevel, missingLevels: missingLevels(agreedLevel, change.nextExpectedLevel ?? 0) };
  });
  return { readiness: readiness(nextExpectations, agreedLevels), steps };
}

function wasAssessedBesides({ state, agreedOn, managerLevel, selfLevel }: MatrixCell): boolean {
  return state === 'not-expected' && (agreedOn !== null || managerLevel !== null || selfLevel !== null);
}
