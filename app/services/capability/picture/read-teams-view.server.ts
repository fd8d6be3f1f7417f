import { subtreeOf } from '#app/domain/access/subtree-of.ts';
import { compareCounts } from '#app/domain/capability/picture/views/compare-counts.ts';
import { pictureTeams } from '#app/domain/capability/picture/views/picture-teams.ts';
import { samePeople } from '#app/domain/capability/picture/views/same-people.ts';
import type { TeamPlace } from '#app/services/people/read-team.server.ts';
import { readSource } from './read-source.server.ts';
import { readTeamFigures } from './read-team-figures.server.ts';
import type { ViewRead, ViewWanted } from './view-source.ts';

/**
 * Teams x skills: a row for each team directly under the service, counted with everything below, and one for people placed in the service
 * itself. The caller has authorised the figures of these teams, and withholds small ones where they must be.
 */
export async function readTeamsView(wanted: ViewWanted): Promise<ViewRead> {
  return wanted.state.before === null ? readOneDay(wanted) : compareDays(wanted);
}

async function readOneDay(wanted: ViewWanted): Promise<ViewRead> {
  const { counts, people, skills } = await readTeamFigures(wanted);
  const rows = rowsOf(wanted.team, people);
  const picture = pictureTeams({ asOf: wanted.state.asOf, teams: rows.teams, skills, counts: counts.map((count) => ({ ...count, row: rows.rowOf(count.row) ?? '' })) });
  return viewOf(picture, rows.teams, { joined: 0, left: 0 });
}

/** Whoever was there on both days, in the row of the later one. */
async function compareDays(wanted: ViewWanted): Promise<ViewRead> {
  const source = await readSource(wanted);
  const same = samePeople(source);
  const people = new Map<string, number>();
  for (const { teamId } of same.people) people.set(teamId, (people.get(teamId) ?? 0) + 1);
  const rows = rowsOf(wanted.team, people);
  const { counts, earlier } = compareCounts(source, ({ teamId }) => rows.rowOf(teamId));
  return viewOf(pictureTeams({ asOf: source.asOf, teams: rows.teams, skills: source.skills, counts, earlier }), rows.teams, same);
}

interface Row {
  id: string;
  name: string;
  people: number;
}

function viewOf(picture: ViewRead['picture'], teams: readonly Row[], { joined, left }: { joined: number; left: number }): ViewRead {
  const rows = teams.map(({ id, people }) => ({ teamId: id, roleId: null, roleLevelId: null, people }));
  return { picture, rows, standing: [], joined, left };
}

/** The rows, and in which of them a team of the subtree is counted. */
function rowsOf(team: TeamPlace, people: ReadonlyMap<string, number>): { teams: Row[]; rowOf: (teamId: string) => string | null } {
  const directName = team.children.length === 0 ? team.name : `${team.name} (directly)`;
  const rows = [
    ...(people.get(team.id) ? [{ id: team.id, name: directName, teamIds: [team.id] }] : []),
    ...team.children.map(({ id, name }) => ({ id, name, teamIds: subtreeOf(team.tree, id) })),
  ];
  const places = new Map(rows.flatMap(({ id, teamIds }) => teamIds.map((teamId) => [teamId, id])));
  return {
    teams: rows.map(({ id, name, teamIds }) => ({ id, name, people: teamIds.reduce((sum, teamId) => sum + (people.get(teamId) ?? 0), 0) })),
    rowOf: (teamId) => places.get(teamId) ?? null,
  };
}
