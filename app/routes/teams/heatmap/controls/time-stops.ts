import type { TimeStop } from './time-scrubber.tsx';

/** Rounds that are gone through; older ones are reached by their date. */
const mostRounds = 12;

/**
 * The days to go through, oldest first and today last. `rounds` are closed ones with the day each was closed on; of several of one day the
 * last named one stands, and today stands for itself. `href` gives the address of a day, null for today.
 */
export function timeStops(rounds: readonly { name: string; on: string }[], today: string, href: (asOf: string | null) => string): TimeStop[] {
  const names = new Map<string, string>();
  for (const { name, on } of rounds) if (on < today) names.set(on, name);
  const days = [...names].sort(([one], [other]) => (one < other ? -1 : 1)).slice(-mostRounds);
  return [...days.map(([on, name]) => ({ on, name, to: href(on) })), { on: today, name: 'Today', to: href(null) }];
}
