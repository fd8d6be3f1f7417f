/** Change it, and every level that was drawn is another one. */
const seed = 'capability map demo 1';

/**
 * A number from 0 up to, not including, 1, which looks drawn by chance but hangs on the words alone:
 * one more person in the roster changes nobody else's levels. FNV-1a over the words, its bits mixed
 * as MurmurHash3 does at its end.
 */
export function chanceOf(...words: string[]): number {
  let hash = 0x811c9dc5;
  for (const character of [seed, ...words].join('\u0000')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
