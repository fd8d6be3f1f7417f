import { pictureRoleLevels } from '#app/domain/capability/picture/views/picture-role-levels.ts';
import { roleLevelRows } from '#app/domain/capability/picture/views/role-level-rows.ts';
import { samePeople } from '#app/domain/capability/picture/views/same-people.ts';
import { readSource } from './read-source.server.ts';
import type { ViewRead, ViewWanted } from './view-source.ts';

/** Role levels x skills. The caller has authorised the levels of these people: a row may count a single one. */
export async function readRoleLevelsView(wanted: ViewWanted): Promise<ViewRead> {
  const source = await readSource(wanted);
  const { people, joined, left } = samePeople(source);
  const { rows, groups, people: counts } = roleLevelRows(people);
  return {
    picture: pictureRoleLevels(source),
    rows: rows.map(({ id, group }, place) => ({ teamId: null, roleId: groups[group!]!.id, roleLevelId: id, people: counts[place]! })),
    standing: people,
    joined,
    left,
  };
}
