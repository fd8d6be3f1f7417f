import { daysBetween } from '#app/domain/assessment/days-between.ts';
import type { CellFacts, CellMark, CellState, MatrixCell } from './cell.ts';

export interface JudgeOptions {
  /** ISO date the question is asked for. */
  asOf: string;
  /** How many days an agreed reading holds before it counts as out of date. */
  reviewPeriodDays: number;
}

/**
 * Where one person stands in one skill on a date, from the newest reading of each source at or before it.
 *
 * The state is exactly one, decided in this order:
 * 1. `not-expected`: the role level expects nothing of the skill, whatever was assessed;
 * 2. `not-assessed`: nobody has agreed anything yet; a self or manager level never stands in for an agreed one;
 * 3. `not-observed`: what was agreed is that the skill could not be observed, or that the person is exempt from it; after
 *    the last day of an exemption the cell is `not-assessed` again;
 * 4. `below`, `meets` or `above`: the agreed level against the expected level.
 *
 * The gap is agreed minus expected level (-4 to +4), only where both are known.
 * Marks: `stale` when the agreed reading is more than `reviewPeriodDays` days old on `asOf`; while nothing is agreed,
 * `manager-only` when a manager has said something, whether or not the person has too (the manager's word is what
 * the agreement is most likely to start from), else `self-only`; `review` where the wording of the skill has changed its
 * meaning since the agreed reading: the level carries over, and somebody should look at it again; `level-undefined` and `disputed` as told;
 * `exempt` while an agreed exemption holds.
 */
export function judgeCell(facts: CellFacts, options: JudgeOptions): MatrixCell {
  const agreedLevel = facts.agreed?.level ?? null;
  const gap = agreedLevel === null || facts.expectedLevel === null ? null : agreedLevel - facts.expectedLevel;
  return {
    skillId: facts.skillId,
    expectedLevel: facts.expectedLevel,
    selfLevel: facts.self?.level ?? null,
    managerLevel: facts.manager?.level ?? null,
    agreedLevel,
    gap,
    state: stateOf(facts, gap, options.asOf),
    marks: marksOf(facts, options),
    agreedOn: facts.agreed?.assessedOn ?? null,
  };
}

function stateOf(facts: CellFacts, gap: number | null, asOf: string): CellState {
  if (facts.expectedLevel === null) return 'not-expected';
  if (facts.agreed === null || isOver(facts, asOf)) return 'not-assessed';
  if (gap === null) return 'not-observed';
  if (gap < 0) return 'below';
  return gap === 0 ? 'meets' : 'above';
}

/** An exemption was agreed, and its last day has passed. */
function isOver({ agreed }: CellFacts, asOf: string): boolean {
  return typeof agreed?.exemptUntil === 'string' && agreed.exemptUntil < asOf;
}

function marksOf(facts: CellFacts, options: JudgeOptions): CellMark[] {
  const marks: CellMark[] = [];
  if (!facts.agreed && facts.manager) marks.push('manager-only');
  else if (!facts.agreed && facts.self) marks.push('self-only');
  if (facts.agreed && isStale(facts.agreed.assessedOn, options)) marks.push('stale');
  if (facts.agreed && facts.needsReview) marks.push('review');
  if (facts.levelUndefined) marks.push('level-undefined');
  if (facts.disputed) marks.push('disputed');
  if (facts.agreed?.exemptUntil && !isOver(facts, options.asOf)) marks.push('exempt');
  return marks;
}

/** What was worked out already: the cells of a picture share few days, and reading dates costs more than all the rest of judging. */
const staleDays = new WeakMap<JudgeOptions, Map<string, boolean>>();

function isStale(assessedOn: string, options: JudgeOptions): boolean {
  const known = staleDays.get(options) ?? new Map<string, boolean>();
  const found = known.get(assessedOn);
  if (found !== undefined) return found;
  const stale = daysBetween(assessedOn, options.asOf) > options.reviewPeriodDays;
  staleDays.set(options, known.set(assessedOn, stale));
  return stale;
}
