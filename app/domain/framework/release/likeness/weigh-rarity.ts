/**
 * How much each thing tells when two sets share it: ln(1 + n / f), n being the number of sets and f how many hold it. What
 * stands everywhere tells little, what stands in two places nearly everything (inverse document frequency, K. Sparck
 * Jones 1972, smoothed so that nothing weighs zero).
 */
export function weighRarity(sets: readonly Iterable<string>[]): (thing: string) => number {
  const counts = new Map<string, number>();
  for (const set of sets) {
    for (const thing of new Set(set)) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  }
  const weights = new Map([...counts].map(([thing, count]) => [thing, Math.log(1 + sets.length / count)]));
  const unknown = Math.log(1 + Math.max(1, sets.length));
  return (thing) => weights.get(thing) ?? unknown;
}
