import type { Standing } from './judge-standing.ts';

/** How many people of a round stand where. One person can wait for the own and for the manager's levels at once. */
export interface StepCounts {
  /** Everybody in the round, those who sit it out or have left among them. */
  people: number;
  self: number;
  manager: number;
  conversation: number;
  moderation: number;
  done: number;
  exempt: number;
  left: number;
}

/** Counts people by what they wait for. `showing` is counted in `people` alone: it passes by itself. */
export function countStandings(standings: readonly Standing[]): StepCounts {
  const counts: StepCounts = { people: standings.length, self: 0, manager: 0, conversation: 0, moderation: 0, done: 0, exempt: 0, left: 0 };
  for (const { kind, steps } of standings) {
    if (kind === 'done' || kind === 'exempt' || kind === 'left') counts[kind] += 1;
    for (const step of steps) counts[step] += 1;
  }
  return counts;
}
