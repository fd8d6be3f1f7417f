import { pngLimits } from './png-limits.ts';

/** How many rows of a picture of this width fit into one PNG; lengths in the picture's own pixels. */
export function rowsInPng({ width, rowHeight }: { width: number; rowHeight: number }): number {
  const { dots, side, scale } = pngLimits;
  const across = Math.max(1, width * scale);
  return across > side ? 0 : Math.floor(Math.min(side, dots / across) / (rowHeight * scale));
}
