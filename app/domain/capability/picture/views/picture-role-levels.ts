import { compareCounts } from './compare-counts.ts';
import { pictureCounts } from './picture-counts.ts';
import type { PictureSource } from './picture-source.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { roleLevelRows } from './role-level-rows.ts';

/** The picture of role levels x skills: how the people of each role level stand. In a comparison they stand in the row of the later day. */
export function pictureRoleLevels(source: PictureSource): Picture {
  const { people, counts, earlier } = compareCounts(source, ({ roleLevelId }) => roleLevelId);
  const { rows, groups } = roleLevelRows(people);
  return pictureCounts({ view: 'role-levels', asOf: source.asOf, rows, groups, skills: source.skills, counts, earlier, people: people.length });
}
