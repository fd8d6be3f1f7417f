export interface SeededRandom {
  /** A whole number from 0 up to and with `most`. */
  upTo: (most: number) => number;
  /** True this often, 0 to 1. */
  often: (share: number) => boolean;
  one: <T>(of: readonly T[]) => T;
  /** In the form of a UUID. */
  id: () => string;
}

/** The same numbers each time for a seed (mulberry32), so that what fails can be made again. */
export function seededRandom(seed: number): SeededRandom {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const upTo = (most: number) => Math.floor(next() * (most + 1));
  const hex = (digits: number) => Array.from({ length: digits }, () => upTo(15).toString(16)).join('');
  return {
    upTo,
    often: (share) => next() < share,
    one: (of) => of[upTo(of.length - 1)]!,
    id: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  };
}
