import type { PictureMetric } from '#app/domain/capability/picture/picture.ts';

/** What the text of a cell means, to stand in the corner of the picture. `isCount`: cells count people. */
export function cornerNote(metric: PictureMetric, isCount: boolean, heldLevel: number): string {
  const notes: Record<PictureMetric, string> = {
    gap: 'Agreed / expected level',
    agreed: 'Agreed level',
    met: 'Meet expected level / assessed',
    short: 'People short of the expected level',
    holders: `People at level ${heldLevel} or above`,
    complete: isCount ? 'Assessed / expected' : 'Agreed, manager or self only',
    age: isCount ? 'Oldest agreed level: days, months, years' : 'Days, months, years since agreed',
    voices: 'Self less agreed level',
    expected: 'Expected level',
    change: isCount ? 'Change in how many meet' : 'Change of the gap',
    'people-moved': isCount ? 'Meeting then › now, by the earlier bar' : 'Agreed level then › now',
    'bar-moved': isCount ? 'Meeting by the earlier › by the present bar' : 'Expected level then › now',
  };
  return notes[metric];
}
