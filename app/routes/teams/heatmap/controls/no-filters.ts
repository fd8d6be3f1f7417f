import type { PictureFilters } from '#app/domain/capability/picture/picture-state.ts';

/** Filters that let everything through. */
export const noFilters: PictureFilters = { teams: [], roles: [], roleLevels: [], skills: [], states: [], marks: [] };
