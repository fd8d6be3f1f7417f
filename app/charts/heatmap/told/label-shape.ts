import type { LabelSize } from './told-picture.ts';

/** Labels with as many lines of a name and of a note stand alike. */
export function labelShape(size: LabelSize, names: number, notes: number): string {
  return `${size} ${names} ${notes}`;
}
