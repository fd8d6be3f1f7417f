/** What making a PNG of a picture may take. */
export const pngLimits = {
  /** Dots of a picture to each of its own pixels, across and down: sharp on paper and on close screens. */
  scale: 2,
  /** Dots of the whole file. Each takes four bytes of memory, which no bound on a thread's heap sees. */
  dots: 40_000_000,
  /** Dots of one side; beyond it the drawing library makes no canvas. */
  side: 32_000,
  worker: { memoryMegabytes: 160, youngMegabytes: 24, milliseconds: 20_000 },
} as const;
