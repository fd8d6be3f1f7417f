/**
 * What somebody typed as a query of PostgreSQL's text search: every word has to be there, in any form of it, and the
 * last one may be only begun. Signs that mean something to the query language are taken for spaces. Null where no
 * letter or digit is left.
 */
export function parseSearchWords(typed: string): string | null {
  const words = typed.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return null;
  return words.slice(0, 12).map((word, index) => (index === Math.min(words.length, 12) - 1 ? `${word}:*` : word)).join(' & ');
}
