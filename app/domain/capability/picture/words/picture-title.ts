import type { PictureMetric, PictureView } from '#app/domain/capability/picture/picture.ts';

const ofPeople: Partial<Record<PictureMetric, string>> = {
  gap: 'Agreed level against expected level',
  agreed: 'Agreed level',
  complete: 'What is on record for each expected skill',
  age: 'How long ago levels were agreed',
  change: 'How gaps have changed',
  'people-moved': 'People moved: how agreed levels have changed',
  'bar-moved': 'The bar moved: how expected levels have changed',
  voices: 'What people say of themselves against what was agreed',
  expected: 'Level that each role level expects',
};

const ofCounts: Partial<Record<PictureMetric, string>> = {
  met: 'People who meet the expected level, of those assessed',
  short: 'People below the expected level',
  complete: 'People with an agreed level, of those expected to hold the skill',
  age: 'Age of the oldest agreed level',
  change: 'How many more or fewer people meet the expected level',
  'people-moved': 'People moved: change in who meets the earlier expectations',
  'bar-moved': 'The bar moved: change in who meets because expectations changed',
};

const counted: readonly PictureView[] = ['teams', 'role-levels', 'cycles'];

/** What a picture shows, as its heading. `heldLevel` is the level that counts for the metric `holders`. */
export function pictureTitle(view: PictureView, metric: PictureMetric, heldLevel: number): string {
  if (metric === 'holders') return `People agreed at level ${heldLevel} or above`;
  return (counted.includes(view) ? ofCounts : ofPeople)[metric] ?? 'Where people stand';
}
