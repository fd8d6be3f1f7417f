import type { ServiceCell, ServiceMatrix } from '#app/domain/capability/cell.ts';
import { type DisclosableCounts, isDisclosive } from './is-disclosive.ts';

/** A service matrix for readers outside the line, with the total of each skill over all teams. */
export interface DisclosedServiceMatrix extends ServiceMatrix {
  /** In the order of the skills. A total is suppressed where it would give a suppressed cell away. */
  totals: ServiceCell[];
}

/**
 * Hides the figures of a teams x skills matrix that would tell an analyst about single people; `k`, usually 5, is the
 * smallest count that may be told. A hidden cell keeps none of its figures: it is zeros with `suppressed` set.
 *
 * A skill is shown team by team only where the figures of every team may be told. As soon as those of one may not, the
 * figures of all teams that are expected to hold the skill are hidden, and only the total stands, if it may be told and
 * is of two teams or more. Hiding just one or two teams beside a small one is not enough: a reader who knows these rules
 * and how many people each role asks for can tell, in some cases, which of the hidden figures are the small ones, and
 * work them out from the total. A team's sum over skills is not given, and must not be shown beside this matrix.
 *
 * One answer is safe in itself. Two answers over different sets of teams may show different totals, whose difference is
 * one team: suppress everything a reader may see at once, and cut pages out of the answer, with its totals.
 */
export function suppressServiceMatrix(matrix: ServiceMatrix, k: number): DisclosedServiceMatrix {
  const columns = matrix.skills.map(({ id }, column) =>
    suppressColumn(
      id,
      matrix.teams.map(({ cells }) => cells[column]),
      k,
    ),
  );
  return {
    skills: matrix.skills,
    teams: matrix.teams.map((team, row) => ({ ...team, cells: columns.map(({ cells }) => cells[row]!) })),
    totals: columns.map(({ total }) => total),
  };
}

function suppressColumn(
  skillId: string,
  given: readonly (ServiceCell | undefined)[],
  k: number,
): { cells: ServiceCell[]; total: ServiceCell } {
  const cells = given.map((cell) => cell ?? told(skillId, { expected: 0, assessed: 0, met: 0 }));
  const total = told(skillId, sum(cells));
  if (!cells.some((cell) => cell.suppressed || isDisclosive(cell, k))) return { cells, total };
  const hidden = cells.filter(({ expected, suppressed }) => suppressed || expected > 0);
  const totalMayBeTold =
    hidden.length > 1 && total.assessed > 0 && !isDisclosive(total, k) && !cells.some(({ suppressed }) => suppressed);
  return {
    cells: cells.map((cell) => (hidden.includes(cell) ? hiddenCell(skillId) : cell)),
    total: totalMayBeTold ? total : hiddenCell(skillId),
  };
}

function sum(cells: readonly ServiceCell[]): DisclosableCounts {
  const total = { expected: 0, assessed: 0, met: 0 };
  for (const cell of cells) {
    total.expected += cell.expected;
    total.assessed += cell.assessed;
    total.met += cell.met;
  }
  return total;
}

function told(skillId: string, { expected, assessed, met }: DisclosableCounts): ServiceCell {
  return { skillId, expected, assessed, met, share: assessed === 0 ? null : met / assessed, suppressed: false };
}

function hiddenCell(skillId: string): ServiceCell {
  return { skillId, expected: 0, assessed: 0, met: 0, share: null, suppressed: true };
}
