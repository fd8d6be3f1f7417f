import type { ModerationCase } from './moderation-case.ts';

/** Why a level is worth a second look. Each is a question to ask, and none says that the level is wrong. */
export type Doubt =
  /** A high level with nothing to show for it: no evidence, and no note by any voice of the round. */
  | { kind: 'unbacked'; level: number }
  /** The ticked statements suggest another level. */
  | { kind: 'ticks-differ'; level: number; tickedLevel: number }
  /** Two or more steps from what was agreed last before the round, up or down. */
  | { kind: 'far-from-last-year'; level: number; earlierLevel: number };

/** From this level on somebody is expected to have something to show. */
const backedFrom = 3;
/** Steps between two years that call for an explanation. */
const farSteps = 2;

/**
 * What is odd about the level of a case: of the agreed one, or of the manager's while none is agreed. Empty where there is no
 * level, or nothing odd. The ticks are those of the voice whose level is looked at.
 */
export function findDoubts(one: ModerationCase): Doubt[] {
  const looked = one.agreed ?? one.manager;
  if (looked === null || looked.level === null) return [];
  const { level, tickedLevel } = looked;
  const doubts: Doubt[] = [];
  const hasNote = [one.self, one.manager, one.agreed].some((said) => said?.hasNote);
  if (level >= backedFrom && !one.hasEvidence && !hasNote) doubts.push({ kind: 'unbacked', level });
  if (tickedLevel !== null && tickedLevel !== level) doubts.push({ kind: 'ticks-differ', level, tickedLevel });
  const { earlierLevel } = one;
  if (earlierLevel !== null && Math.abs(level - earlierLevel) >= farSteps) doubts.push({ kind: 'far-from-last-year', level, earlierLevel });
  return doubts;
}
