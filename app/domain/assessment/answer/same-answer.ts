import type { Answer } from './answer-words.ts';

/** Whether two answers say the same; nothing said equals nothing said. */
export function sameAnswer(one: Answer | null, other: Answer | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.kind === 'level') return other.kind === 'level' && one.level === other.level;
  if (one.kind === 'exempt') return other.kind === 'exempt' && one.until === other.until && one.reason === other.reason;
  return other.kind === 'not-observed';
}
