import { pictureExpectation } from '#app/domain/capability/picture/views/picture-expectation.ts';
import { roleLevelRows } from '#app/domain/capability/picture/views/role-level-rows.ts';
import { readPlacedPeople } from '#app/services/capability/read-placed-people.server.ts';
import { readExpectationsOf } from './read-expectations-of.server.ts';
import { readVersionsOn } from './read-versions-on.server.ts';
import type { ViewRead, ViewWanted } from './view-source.ts';

/**
 * What is expected of the role levels that somebody in these teams stands in on the day, in the framework version of the day. It shows
 * nobody's levels. The caller has authorised the people of these teams.
 */
export async function readExpectationView({ tx, context, team, state, today }: ViewWanted): Promise<ViewRead> {
  const organisationId = context.db.organisationId;
  const people = await readPlacedPeople(tx, organisationId, team.subtreeIds, state.asOf, state.asOf < today);
  const versionIds = await readVersionsOn(tx, organisationId, state.asOf);
  const expected = await readExpectationsOf(tx, organisationId, versionIds, [...new Set(people.map(({ roleLevelId }) => roleLevelId))]);
  const { rows, groups } = roleLevelRows(people);
  return {
    picture: pictureExpectation(state.asOf, people, expected),
    rows: rows.map(({ id, group }) => ({ teamId: null, roleId: groups[group!]!.id, roleLevelId: id, people: 0 })),
    standing: people,
    joined: 0,
    left: 0,
  };
}
