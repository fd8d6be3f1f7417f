import { pngLimits } from './png-limits.ts';

/** Whether a picture of this width and height, in its own pixels, may be made into a PNG. */
export function fitsInPng({ width, height }: { width: number; height: number }): boolean {
  const [across, down] = [Math.ceil(width * pngLimits.scale), Math.ceil(height * pngLimits.scale)];
  return across > 0 && down > 0 && across <= pngLimits.side && down <= pngLimits.side && across * down <= pngLimits.dots;
}
