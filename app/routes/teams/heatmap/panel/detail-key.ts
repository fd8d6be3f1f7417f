import type { PictureState } from '#app/domain/capability/picture/picture-state.ts';

/** Tells one opened cell or skill, on a day, from another. */
export function detailKey({ rowId, columnId }: NonNullable<PictureState['open']>, asOf: string): string {
  return [rowId ?? '', columnId, asOf].join(' ');
}
