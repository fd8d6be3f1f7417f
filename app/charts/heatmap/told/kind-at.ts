import type { ToldKinds } from './told-picture.ts';

/** Of which kind the cell at a place is. */
export function kindAt(kinds: ToldKinds, at: number): number {
  return typeof kinds === 'string' ? kinds.charCodeAt(at) - 48 : kinds[at]!;
}
