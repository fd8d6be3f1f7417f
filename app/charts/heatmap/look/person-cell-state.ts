import type { MatrixCell } from '#app/domain/capability/cell.ts';

const numbers = ['none', 'one', 'two', 'three', 'four'];

/** Marks whose words are not their name. */
const marksInWords: Record<string, string> = {
  'self-only': 'self-assessed only',
  'manager-only': 'assessed by the manager only',
  review: 'to be reviewed',
  'level-undefined': 'a level the framework does not define',
  exempt: 'exempt for now',
};

/**
 * State and marks of a person's cell in words, the state first: "one below, stale". Meant to stand beside the
 * cell's short text.
 */
export function personCellState({ state, gap, marks, selfLevel, managerLevel }: MatrixCell): string {
  const distance = Math.abs(gap ?? 0);
  const words = [state === 'below' || state === 'above' ? `${numbers[distance] ?? distance} ${state}` : state.replace('-', ' ')];
  for (const mark of marks) {
    words.push(marksInWords[mark] ?? mark);
    const level = mark === 'self-only' ? selfLevel : mark === 'manager-only' ? managerLevel : null;
    if (level !== null) words.push(`${mark.slice(0, -5)} level ${level}`);
  }
  return words.join(', ');
}
