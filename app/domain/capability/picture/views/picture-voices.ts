import { picturePeople, type PeoplePictureOptions } from './picture-people.ts';
import type { PictureSource } from './picture-source.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { takeColumns } from '#app/domain/capability/picture/take-columns.ts';

/** The picture of what people say of themselves against what was agreed: only the people and the skills of which either is known. */
export function pictureVoices(source: PictureSource, options: PeoplePictureOptions): Picture {
  const people = source.people.filter(({ cells }) => cells.some((cell) => hasLevel(cell.self) || hasLevel(cell.agreed)));
  const picture = picturePeople({ ...source, people, earlier: null }, options);
  const said = new Set(people.flatMap(({ cells }) => cells.filter((cell) => hasLevel(cell.self) || hasLevel(cell.agreed)).map(({ skillId }) => skillId)));
  return { ...takeColumns(picture, picture.columns.flatMap(({ id }, place) => (said.has(id) ? [place] : []))), view: 'voices' };
}

function hasLevel(reading: { level: number | null } | null): boolean {
  return reading !== null && reading.level !== null;
}
