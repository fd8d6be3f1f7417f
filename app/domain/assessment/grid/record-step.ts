import type { GridHistory, GridStep } from './grid-words.ts';
import { sameChange } from './same-change.ts';

const kept = 200;

/** The history with one more step, of the cells that it changed; what was undone before cannot be done again after it. The last 200 are kept. */
export function recordStep(history: GridHistory, step: GridStep): GridHistory {
  const cells = step.cells.filter(({ before, after }) => !sameChange(before, after));
  return cells.length === 0 ? history : { done: [...history.done, { cells }].slice(-kept), undone: [] };
}
