/** Whether a tick, written as level and place ("2.1"), stands at a statement; `counts` is how many each level has. */
export function isStatement(tick: string, counts: ReadonlyMap<number, number>): boolean {
  const [level, place] = tick.split('.').map(Number);
  return level !== undefined && place !== undefined && place >= 1 && place <= (counts.get(level) ?? 0);
}
