import type { PictureReader } from '#app/domain/capability/picture/views/picture-reader.ts';
import type { PictureView } from './picture.ts';

/** The views that a reader is offered of a team, in the order in which they are offered. */
export function viewsFor({ mayNamePeople, isService }: Pick<PictureReader, 'mayNamePeople' | 'isService'>): PictureView[] {
  if (!mayNamePeople) return ['teams'];
  return [...(isService ? (['teams'] as const) : []), 'people', 'role-levels', 'cycles', 'voices', 'expectation'];
}
