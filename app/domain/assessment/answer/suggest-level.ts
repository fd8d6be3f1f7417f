/**
 * The level that ticked statements suggest: the highest whose statements are all ticked, null where no level's are. Levels below
 * need no ticks, since what a level says takes in what those below it say; a level without statements is never suggested. It is
 * a suggestion: whoever answers sets the level, or sets another. `counts` gives by level (1 upwards) how many statements it has
 * in the wording that the ticks were made under; ticks are written as level and place ("2.1"), and those that name none are
 * left aside.
 */
export function suggestLevel(counts: ReadonlyMap<number, number>, ticks: readonly string[]): number | null {
  const ticked = new Set(ticks);
  const isWhole = (level: number, count: number) => Array.from({ length: count }, (_, at) => `${level}.${at + 1}`).every((tick) => ticked.has(tick));
  const whole = [...counts].filter(([level, count]) => count > 0 && isWhole(level, count));
  return whole.length === 0 ? null : Math.max(...whole.map(([level]) => level));
}
