import type { MatrixCell } from './cell.ts';

/** Skills of one person. `expected` is the sum of `met`, `below`, `notAssessed` and `notObserved`. */
export interface PersonSummary {
  expected: number;
  /** At or above the expected level. */
  met: number;
  below: number;
  notAssessed: number;
  notObserved: number;
  /** Expected skills whose agreed reading is older than the review period. */
  stale: number;
  /** Expected skills whose agreed level was recorded before the wording changed its meaning. */
  review: number;
}

/** How one person stands, counted over the skills that their role level expects; other skills are not counted. */
export function personSummary(cells: readonly MatrixCell[]): PersonSummary {
  const summary = { expected: 0, met: 0, below: 0, notAssessed: 0, notObserved: 0, stale: 0, review: 0 };
  for (const { state, marks } of cells) {
    if (state === 'not-expected') continue;
    summary.expected += 1;
    if (state === 'not-assessed') summary.notAssessed += 1;
    else if (state === 'not-observed') summary.notObserved += 1;
    else if (state === 'below') summary.below += 1;
    else summary.met += 1;
    if (marks.includes('stale')) summary.stale += 1;
    if (marks.includes('review')) summary.review += 1;
  }
  return summary;
}
