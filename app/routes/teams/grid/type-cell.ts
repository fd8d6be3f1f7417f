import { readCellText } from '#app/domain/assessment/grid/read-cell-text.ts';
import type { GridStore } from './grid-store.ts';

/** Writes what was typed into a cell, or says why not. */
export function typeCell(store: GridStore, at: number, text: string): void {
  const { skills, people, lastAnswers, agreedAnswers } = store.grid;
  const closed = people[Math.floor(at / skills.length)]?.closed ?? null;
  if (closed !== null) {
    store.say(closed);
    return;
  }
  const reading = readCellText(text, skills[at % skills.length]!.levels.map(({ name }) => name));
  if (reading.kind === 'unreadable') {
    store.say(reading.message);
    return;
  }
  if (reading.kind === 'unchanged') {
    const last = lastAnswers[at] ?? agreedAnswers[at] ?? null;
    if (last === null) store.say('There is no earlier answer that could be unchanged: choose a level.');
    else store.write([{ at, change: { answer: last, unchanged: true, undefinedConfirmed: false } }]);
    return;
  }
  store.write([{ at, change: { answer: reading.kind === 'answer' ? reading.answer : null, unchanged: false, undefinedConfirmed: false } }]);
}
