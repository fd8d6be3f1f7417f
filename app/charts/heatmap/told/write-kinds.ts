import type { ToldKinds } from './told-picture.ts';

/** From here on characters come in halves. */
const mostAsText = 0xd800 - 48;
const atOnce = 8_192;

/** Which kind each cell is of, as it travels: one character a cell, or a number where there are too many kinds. `kinds` says how many there are. */
export function writeKinds(places: Uint32Array, kinds: number): ToldKinds {
  if (kinds > mostAsText) return [...places];
  const parts: string[] = [];
  for (let from = 0; from < places.length; from += atOnce) parts.push(String.fromCharCode.apply(null, places.subarray(from, from + atOnce).map((place) => place + 48) as unknown as number[]));
  return parts.join('');
}
