/** A sample is a tenth of the cases, and no fewer than this while there are so many. */
const smallest = 10;

/**
 * Which cases moderators look at beside the odd ones: drawn by chance, so that nobody picks. Each case has a number that
 * follows from the seed and its key, and the lowest come first: the same seed draws the same whoever looks and whenever, a
 * case that joins later does not turn the others over, and each is as likely as any other. A tenth, rounded up, but at least
 * ten. Answers them in the order of their numbers.
 */
export function drawSample<Case>(cases: readonly Case[], seed: string, keyOf: (one: Case) => string): Case[] {
  const size = Math.max(smallest, Math.ceil(cases.length / 10));
  return cases
    .map((one) => ({ one, key: keyOf(one), place: scatter(`${seed}/${keyOf(one)}`) }))
    .sort((first, second) => first.place - second.place || (first.key < second.key ? -1 : 1))
    .slice(0, size)
    .map(({ one }) => one);
}

/**
 * A number from 0 to 2^32 - 1 that looks like chance and follows from the text: FNV-1a (Fowler, Noll and Vo) over its
 * characters, stirred by the final steps of MurmurHash3 (Appleby), because FNV alone leaves texts that end alike close together.
 */
function scatter(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
