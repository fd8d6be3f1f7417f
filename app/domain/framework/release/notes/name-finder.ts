/**
 * A pattern that finds any of the names in a text, the longest first, whole words only, whatever the letter case; null
 * for no names. Names under four characters are left out: as words of a sentence they say too little.
 */
export function nameFinder(names: Iterable<string>): RegExp | null {
  const known = [...new Set(names)]
    .filter((name) => name.length >= 4)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'));
  return known.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}<-])(?:${known.join('|')})(?![\\p{L}\\p{N}>-])`, 'giu');
}
