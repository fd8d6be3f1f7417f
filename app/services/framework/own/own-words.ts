/** What the writes of own additions answer where they cannot be done as asked: what happened, and what to do. */
export const ownWords = {
  stale: 'Somebody else changed the additions to this framework meanwhile. Nothing was saved: look at them and save again.',
  tooMany: (most: number) => `A framework takes ${most} additions at most. Remove one first.`,
} as const;
