const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * The next row after `after` whose name starts with what was typed, going round at the end; where none does, the next one with a later word
 * that does, so that people are found by their surname. Case and accents do not count. Null where there is none.
 */
export function rowThatStarts(names: readonly string[], typed: string, after: number): number | null {
  const wanted = folded(typed.trim());
  if (wanted === '') return null;
  let later: number | null = null;
  for (let step = 1; step <= names.length; step += 1) {
    const row = (after + step + names.length) % names.length;
    const name = folded(names[row]!);
    if (name.startsWith(wanted)) return row;
    if (name.includes(` ${wanted}`)) later ??= row;
  }
  return later;
}
