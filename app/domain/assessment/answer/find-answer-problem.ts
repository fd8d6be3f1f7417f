import type { Answer } from './answer-words.ts';
import { isStatement } from './is-statement.ts';

/** A skill as far as an answer has to fit it. */
export interface AnswerableSkill {
  name: string;
  /** The last step of the scale. */
  highestLevel: number;
  /** Levels that the framework leaves undefined. */
  undefinedLevels: readonly number[];
  /** By level, how many statements it has. */
  statementCounts: ReadonlyMap<number, number>;
}

export type AnswerProblem = { kind: 'problem' | 'confirm-undefined'; message: string };

/**
 * What is wrong with an answer to one skill, or null: a level beyond the scale, a tick at a statement that is not there, an
 * exemption that is over on `today`. A level that the framework does not define is asked about, until it is confirmed.
 */
export function findAnswerProblem(
  answer: Answer | null,
  { ticks, undefinedConfirmed }: { ticks: readonly string[]; undefinedConfirmed: boolean },
  skill: AnswerableSkill,
  today: string,
): AnswerProblem | null {
  if (ticks.some((tick) => !isStatement(tick, skill.statementCounts))) {
    return { kind: 'problem', message: `The statements of ${skill.name} have changed meanwhile: open this page again` };
  }
  if (answer?.kind === 'exempt' && answer.until <= today) {
    return { kind: 'problem', message: 'Enter a last day of the exemption that is after today' };
  }
  if (answer?.kind !== 'level') return null;
  const { level } = answer;
  if (level > skill.highestLevel) return { kind: 'problem', message: `The levels of ${skill.name} go from 0 to ${skill.highestLevel}` };
  if (!undefinedConfirmed && skill.undefinedLevels.includes(level)) {
    return { kind: 'confirm-undefined', message: `The framework does not define level ${level} of ${skill.name}: confirm that you mean it, or choose another` };
  }
  return null;
}
