const first = 1_000;
const longest = 30_000;

/** Milliseconds until what failed so often (1 or more) is tried again: 1, 2, 4 ... seconds, at most 30. */
export function retryDelay(failures: number): number {
  return Math.min(first * 2 ** Math.max(failures - 1, 0), longest);
}
