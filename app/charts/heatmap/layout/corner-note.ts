import type { PictureMetric } from '#app/domain/capability/picture/picture.ts';

const notes: Partial<Record<PictureMetric, string>> = {
  gap: 'Agreed / expected level',
  agreed: 'Agreed level',
  met: 'Meet expected level / assessed',
  short: 'People short of the expected level',
  complete: 'Agreed, manager or self only',
  age: 'Days, months, years since agreed',
  voices: 'Self less agreed level',
  expected: 'Expected level',
  change: 'Change of the gap',
  'people-moved': 'Agreed level then › now',
  'bar-moved': 'Expected level then › now',
};

/** Where cells count people. */
const countNotes: typeof notes = {
  complete: 'Assessed / expected',
  age: 'Oldest agreed level: days, months, years',
  change: 'Change in how many meet',
  'people-moved': 'Meeting then › now, by the earlier bar',
  'bar-moved': 'Meeting by the earlier › by the present bar',
};

/** What the text of a cell means, to stand in the corner of the picture. `isCount`: cells count people. */
export function cornerNote(metric: PictureMetric, isCount: boolean, heldLevel: number): string {
  return (isCount && countNotes[metric]) || (notes[metric] ?? `People at level ${heldLevel} or above`);
}
