/**
 * The level that ticked statements suggest: the highest whose statements are all ticked, null where no level's are. A level
 * without statements suggests nothing. Ticks are "level.place", as an answer keeps them; `statementCounts` says by level how
 * many statements it has in the wording that the ticks were made under. Ticks that name no such statement count for nothing.
 */
export function tickedLevel(ticks: readonly string[], statementCounts: ReadonlyMap<number, number>): number | null {
  const ticked = new Set(ticks);
  const whole = [...statementCounts].filter(
    ([level, count]) => count > 0 && Array.from({ length: count }, (_, index) => `${level}.${index + 1}`).every((tick) => ticked.has(tick)),
  );
  return whole.length === 0 ? null : Math.max(...whole.map(([level]) => level));
}
