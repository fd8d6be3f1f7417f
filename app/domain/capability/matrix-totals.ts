import type { MatrixCell } from './cell.ts';
import { personSummary } from './person-summary.ts';

/**
 * Expected cells (person and skill pairs), by what is known of them.
 * `expected` is the sum of `agreed`, `notObserved`, `managerOnly`, `selfOnly` and `missing`; `agreed` of `met` and `below`.
 */
export interface MatrixTotals {
  people: number;
  expected: number;
  /** With an agreed level. */
  agreed: number;
  met: number;
  below: number;
  /** Agreed to be not observed. */
  notObserved: number;
  /** Nothing agreed, but a manager has said something. */
  managerOnly: number;
  /** Nothing agreed; only the person has said something. */
  selfOnly: number;
  /** Nobody has said anything. */
  missing: number;
  /** Of `agreed` and `notObserved`, older than the review period. */
  stale: number;
  /** Of `agreed`, recorded before the wording of the skill changed its meaning. */
  review: number;
}

/** How complete the picture of these people is, and how they stand, counted over what their role levels expect. */
export function matrixTotals(people: readonly { cells: readonly MatrixCell[] }[]): MatrixTotals {
  const totals = {
    people: people.length,
    expected: 0,
    agreed: 0,
    met: 0,
    below: 0,
    notObserved: 0,
    managerOnly: 0,
    selfOnly: 0,
    missing: 0,
    stale: 0,
    review: 0,
  };
  for (const { cells } of people) {
    const summary = personSummary(cells);
    const unagreed = cells.filter(({ state }) => state === 'not-assessed');
    const managerOnly = unagreed.filter(({ marks }) => marks.includes('manager-only')).length;
    const selfOnly = unagreed.filter(({ marks }) => marks.includes('self-only')).length;
    totals.expected += summary.expected;
    totals.agreed += summary.met + summary.below;
    totals.met += summary.met;
    totals.below += summary.below;
    totals.notObserved += summary.notObserved;
    totals.managerOnly += managerOnly;
    totals.selfOnly += selfOnly;
    totals.missing += summary.notAssessed - managerOnly - selfOnly;
    totals.stale += summary.stale;
    totals.review += summary.review;
  }
  return totals;
}
