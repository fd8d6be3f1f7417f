import type { CellLook } from './look-of.ts';

/** Which way a difference lies. */
export function hatchOf(difference: number): CellLook['hatch'] {
  return difference < 0 ? 'short' : difference > 0 ? 'over' : 'none';
}
