import { subtreeOf } from '#app/domain/access/subtree-of.ts';
import type { MatrixSkill } from '#app/domain/capability/cell.ts';
import { countPeople } from '#app/domain/capability/picture/count-people.ts';
import { pictureTeams } from '#app/domain/capability/picture/picture-teams.ts';
import type { CellCount } from '#app/domain/capability/picture/sum-counts.ts';
import { readCapabilityFacts } from '#app/services/capability/read-capability-facts.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import type { TeamPlace } from '#app/services/people/read-team.server.ts';
import { readSummaryCounts } from './read-summary-counts.server.ts';
import type { ViewRead, ViewWanted } from './view-source.ts';

/** Per team, of its own people. */
interface Figures {
  counts: CellCount[];
  people: Map<string, number>;
  skills: MatrixSkill[];
}

/**
 * Teams x skills: a row for each team directly under the service, counted with everything below, and one for people placed in the service
 * itself. The caller has authorised the figures of these teams, and withholds small ones where they must be.
 */
export async function readTeamsView(wanted: ViewWanted): Promise<ViewRead> {
  const { team, state, today } = wanted;
  const { counts, people, skills } = state.asOf < today ? await readPast(wanted) : await readToday(wanted);
  const rows = rowsOf(team, people);
  const rowOf = new Map(rows.flatMap(({ id, teamIds }) => teamIds.map((teamId) => [teamId, id])));
  const picture = pictureTeams({
    asOf: state.asOf,
    teams: rows.map(({ id, name, teamIds }) => ({ id, name, people: teamIds.reduce((sum, teamId) => sum + (people.get(teamId) ?? 0), 0) })),
    skills,
    counts: counts.map((count) => ({ ...count, row: rowOf.get(count.row) ?? '' })),
  });
  return { picture, people: [], joined: 0, left: 0 };
}

function rowsOf(team: TeamPlace, people: ReadonlyMap<string, number>) {
  const directName = team.children.length === 0 ? team.name : `${team.name} (directly)`;
  return [
    ...(people.get(team.id) ? [{ id: team.id, name: directName, teamIds: [team.id] }] : []),
    ...team.children.map(({ id, name }) => ({ id, name, teamIds: subtreeOf(team.tree, id) })),
  ];
}

async function readToday({ tx, context, team, today }: ViewWanted): Promise<Figures> {
  const skills = await readAssessableSkills(context);
  return { ...(await readSummaryCounts(tx, context.db.organisationId, team.subtreeIds, today)), skills: [...skills.values()] };
}

async function readPast({ context, team, state }: ViewWanted): Promise<Figures> {
  const { people, skills } = await readCapabilityFacts(context, team, state.asOf);
  const present = new Map<string, number>();
  for (const { teamId } of people) present.set(teamId, (present.get(teamId) ?? 0) + 1);
  return { counts: countPeople(people, { rowOf: (person) => person.teamId }), people: present, skills };
}
