import type { MatrixCell } from './cell.ts';
import { compareNames } from './compare-names.ts';

/** Somebody of whom something was said that nobody has agreed yet. */
export interface WaitingPerson {
  id: string;
  name: string;
  /** Expected skills with a self or manager level and no agreed one, at least 1. */
  skills: number;
}

/**
 * Who waits for a conversation: people with an expected skill of which they or their manager have said
 * a level that is not agreed. Most skills first, then by name.
 */
export function waitingToAgree(
  people: readonly { id: string; name: string; cells: readonly MatrixCell[] }[],
): WaitingPerson[] {
  return people
    .map(({ id, name, cells }) => ({ id, name, skills: cells.filter(isWaiting).length }))
    .filter(({ skills }) => skills > 0)
    .sort(
      (one, other) =>
        other.skills - one.skills || compareNames(one.name, other.name) || compareNames(one.id, other.id),
    );
}

function isWaiting({ state, marks }: MatrixCell): boolean {
  return state === 'not-assessed' && (marks.includes('self-only') || marks.includes('manager-only'));
}
