import { picturePeople } from '#app/domain/capability/picture/views/picture-people.ts';
import type { PictureSource } from '#app/domain/capability/picture/views/picture-source.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { pictureVoices } from '#app/domain/capability/picture/views/picture-voices.ts';
import { samePeople } from '#app/domain/capability/picture/views/same-people.ts';
import { readSource } from './read-source.server.ts';
import type { ViewRead, ViewWanted } from './view-source.ts';

/**
 * People x skills: how they stand, or, of the view of voices, what they say of themselves against what was agreed. The caller has
 * authorised the levels of these people, and records the look.
 */
export async function readPeopleView(wanted: ViewWanted): Promise<ViewRead> {
  const source = await readSource(wanted);
  const build = wanted.state.view === 'voices' ? pictureVoices : picturePeople;
  const picture = build(source, { teamOrder: wanted.team.subtreeIds });
  const { joined, left } = samePeople(source);
  return { picture, rows: rowsOf(picture, source), standing: source.people, joined, left };
}

function rowsOf(picture: Picture, { people }: PictureSource): ViewRead['rows'] {
  const standing = new Map(people.map((person) => [person.id, person]));
  return picture.rows.map(({ id }) => {
    const { teamId, roleId, roleLevelId } = standing.get(id)!;
    return { teamId, roleId, roleLevelId, people: 1 };
  });
}
