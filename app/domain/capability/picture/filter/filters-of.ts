import type { PictureView } from '#app/domain/capability/picture/picture.ts';
import type { PictureFilters } from '#app/domain/capability/picture/picture-state.ts';

export type FilterKind = keyof PictureFilters;

const filtersOfView: Record<PictureView, readonly FilterKind[]> = {
  people: ['teams', 'roles', 'roleLevels', 'skills', 'states', 'marks'],
  teams: ['teams', 'skills', 'states'],
  'role-levels': ['roles', 'roleLevels', 'skills', 'states'],
  cycles: ['skills', 'states'],
  voices: ['teams', 'roles', 'roleLevels', 'skills', 'states', 'marks'],
  expectation: ['roles', 'roleLevels', 'skills'],
};

/** The kinds of filter that mean something in a view; the others let everything through there. */
export function filtersOf(view: PictureView): readonly FilterKind[] {
  return filtersOfView[view];
}
