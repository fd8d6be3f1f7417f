/**
 * A text as a person reads it: line ends are "\n"; tabs and no-break spaces are plain spaces; zero-width, byte-order
 * and control characters are gone; no line starts or ends with a space, and no two spaces or two blank lines follow each other.
 * Never throws; half a surrogate pair, which the database would refuse, is dropped too.
 */
export function cleanText(raw: string): string {
  return raw
    .replace(/\p{Surrogate}/gu, '')
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/[^\S\n\ufeff]+/g, ' ')
    .replace(/\p{Cf}|(?!\n)\p{Cc}/gu, '')
    .normalize('NFC')
    .replace(/ *\n */g, '\n')
    .replace(/ {2,}/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
