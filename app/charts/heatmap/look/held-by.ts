import type { CountCells } from '#app/domain/capability/picture/picture.ts';

/** How many people are agreed at a level or above, whether or not the skill is expected of them. */
export function heldBy({ atLevel }: CountCells, at: number, heldLevel: number): number {
  return atLevel[at]?.slice(heldLevel).reduce((sum, people) => sum + people, 0) ?? 0;
}
