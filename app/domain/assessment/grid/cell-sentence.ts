import type { Answer } from '#app/domain/assessment/answer/answer-words.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { sayAnswer } from './say-answer.ts';
import type { CellState } from './grid-words.ts';

/** What a cell holds, as far as its name tells of it. */
export interface CellTold {
  personName: string;
  skillName: string;
  levelNames: readonly string[];
  expectedLevel: number | null;
  last: Answer | null;
  lastOn: string | null;
  agreed: Answer | null;
  now: Answer | null;
  isUnchanged: boolean;
  hasNote: boolean;
  state: CellState;
  /** Why it cannot be answered, or was refused. */
  why: string | null;
}

const stateWords: Record<CellState, string> = {
  still: '',
  waiting: 'waiting to be sent',
  saving: 'saving',
  saved: 'saved',
  conflict: 'somebody else answered meanwhile',
  confirm: 'to be confirmed',
  refused: 'refused',
};

/** The name by which a screen reader tells a cell: who, skill, expected, last, agreed, now, and its state. */
export function cellSentence(told: CellTold): string {
  const { personName, skillName, levelNames, expectedLevel, last, lastOn, agreed, now, isUnchanged, hasNote, state, why } = told;
  const words = (answer: Answer | null) => sayAnswer(answer, levelNames);
  const parts = [
    expectedLevel === null ? 'not expected' : `expected ${words({ kind: 'level', level: expectedLevel })}`,
    last === null || lastOn === null ? 'last none' : `last ${words(last)} on ${formatDate(lastOn)}`,
    ...(agreed === null ? [] : [`agreed ${words(agreed)}`]),
    `now ${words(now)}${isUnchanged ? ', no change' : ''}`,
    ...(hasNote ? ['with a note'] : []),
    stateWords[state],
    why ?? '',
  ];
  return `${personName}, ${skillName}: ${parts.filter((part) => part !== '').join(', ')}`;
}
