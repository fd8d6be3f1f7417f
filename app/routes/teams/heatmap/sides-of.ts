import type { Picture } from '#app/domain/capability/picture/picture.ts';

/** Which of two days. */
export type Side = 'before' | 'after';

/** The two days of a comparison as pictures of their own, the earlier first, with the same rows and columns. */
export function sidesOf(picture: Picture): Record<Side, Picture> | null {
  const { before, earlier } = picture;
  if (before === null || earlier === null) return null;
  return {
    before: { ...picture, asOf: before, before: null, cells: earlier, earlier: null },
    after: { ...picture, before: null, earlier: null },
  };
}
