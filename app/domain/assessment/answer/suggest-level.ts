/**
 * The level that ticked statements suggest: the highest up to which every statement is ticked, its own and those of each level
 * below. A level without statements asks for nothing and is never suggested itself; null where not even the first that has some
 * is whole. It is a suggestion: whoever answers sets the level, or sets another. `counts` gives by level (1 upwards) how many
 * statements the wording has; ticks are written as level and place ("2.1"), and those that name none are left aside.
 */
export function suggestLevel(counts: ReadonlyMap<number, number>, ticks: readonly string[]): number | null {
  const ticked = new Set(ticks);
  let suggested: number | null = null;
  for (const [level, count] of [...counts].sort(([one], [other]) => one - other)) {
    if (count === 0) continue;
    const isWhole = Array.from({ length: count }, (_, place) => `${level}.${place + 1}`).every((tick) => ticked.has(tick));
    if (!isWhole) break;
    suggested = level;
  }
  return suggested;
}
