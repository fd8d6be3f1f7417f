import { parsePictureState } from '#app/domain/capability/picture/parse-picture-state.ts';
import { writePictureState } from '#app/domain/capability/picture/write-picture-state.ts';

/**
 * Whether two addresses of a picture need the same data: they differ in what the cells say, in the level counted or in what stands
 * open, and in nothing else. The picture has the figures of every metric of its view in it.
 */
export function keepsData(current: URL, next: URL): boolean {
  return current.pathname === next.pathname && dataOf(current) === dataOf(next);
}

function dataOf({ searchParams }: URL): string {
  return writePictureState({ ...parsePictureState(searchParams), metric: null, heldLevel: null, open: null }).toString();
}
