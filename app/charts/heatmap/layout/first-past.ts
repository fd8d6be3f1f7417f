/** The first of `count` places of which `isPast` is true, which is false up to somewhere and true from there on; `count` where none is. */
export function firstPast(count: number, isPast: (at: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isPast(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
