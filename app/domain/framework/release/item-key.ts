import { nameKey } from '#app/domain/framework/name-key.ts';

/** Under what a decision is kept; one part can have one item of each family at most. */
export type ItemFamily = 'name' | 'gone' | 'new' | 'text' | 'description' | 'level' | 'expectation' | 'order' | 'grades' | 'family';

/** Longer keys do not fit the column that keeps them. */
const longest = 500;

/**
 * The key of a change: the same whenever the same documents are compared with the same version, whatever is decided of
 * it or of others. It is made of the names of the adopted version where it has the part, else of those of the release.
 */
export function itemKey(family: ItemFamily, part: string, ...names: readonly (string | number)[]): string {
  const key = [family, part, ...names.map((name) => nameKey(String(name)).replace(/[\\|]/g, '\\$&'))].join('|');
  return key.length <= longest ? key : `${key.slice(0, longest - 20)}#${shortSum(key)}`;
}

/** FNV-1a over 64 bits, in base 36: tells long keys apart that begin alike. */
function shortSum(text: string): string {
  let sum = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1) {
    sum = BigInt.asUintN(64, (sum ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  }
  return sum.toString(36);
}
