import type { OwnRow } from './own-row.ts';

/** How far an addition has come, in a word or two. */
export const stateWords: Record<OwnRow['state'], string> = {
  published: 'Published',
  waiting: 'Not published',
  changed: 'Change not published',
};
