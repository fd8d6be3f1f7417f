import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { subtreeOf } from '#app/domain/access/subtree-of.ts';
import { buildFlagSubjects } from '#app/domain/capability/build-flag-subjects.ts';
import { buildServiceMatrix } from '#app/domain/capability/build-service-matrix.ts';
import type { MatrixSkill, ServiceMatrix, TeamSkillCount } from '#app/domain/capability/cell.ts';
import { countTeamSkill } from '#app/domain/capability/count-team-skill.ts';
import { suppressServiceMatrix } from '#app/domain/disclosure/suppress-service-matrix.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { deny } from '#app/platform/audit/deny.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { readTeam, type TeamPlace } from '#app/services/people/read-team.server.ts';
import { readCapabilityFacts } from './read-capability-facts.server.ts';
import { readTeamCounts } from './read-team-counts.server.ts';

export interface ServiceMatrixAnswer {
  team: TeamPlace;
  asOf: string;
  matrix: ServiceMatrix;
  /** True for a reader outside the line: small counts are withheld. */
  disclosureControlled: boolean;
}

/**
 * The heatmap of a service, teams x skills: a row for each team directly under it, counted with
 * everything below, and one for people placed in the service itself. As of an ISO date (default:
 * today). A reader who may only see aggregates gets today's figures with small counts withheld, and
 * of the top of their grant only: two tables of nested teams could be subtracted from each other.
 * Throws 404 for an unknown team, 403 where the viewer may not see its figures.
 */
export async function readServiceMatrix(
  context: Context,
  input: { teamId: string; asOf?: string },
): Promise<ServiceMatrixAnswer> {
  return context.db.transaction((tx) => readMatrix(within(context, tx), input));
}

async function readMatrix(context: Context, input: { teamId: string; asOf?: string }): Promise<ServiceMatrixAnswer> {
  const team = await readTeam(context, input.teamId);
  const reach = { teamId: input.teamId };
  authorise(context, 'read-aggregates', reach);
  const disclosureControlled = !isPermitted(context.viewer, 'read-ratings', reach);
  const isBelowTheTop = isPermitted(context.viewer, 'read-aggregates', { teamId: team.parentId }) && team.parentId !== null;
  if (disclosureControlled && isBelowTheTop) deny(context, 'read-aggregates', reach);
  const today = todayOf(context);
  const asOf = disclosureControlled ? today : (input.asOf ?? today);
  const { counts, people, skills } = asOf < today ? await readPast(context, team, asOf) : await readToday(context, team);
  const rows = [
    ...(people.get(team.id) ? [{ id: team.id, name: directName(team), teamIds: [team.id] }] : []),
    ...team.children.map((child) => ({ id: child.id, name: child.name, teamIds: subtreeOf(team.tree, child.id) })),
  ];
  const ofTeam = byTeam(counts);
  const matrix = buildServiceMatrix(
    rows.map(({ id, name, teamIds }) => ({ id, name, people: sumOf(teamIds, people) })),
    skills,
    rows.flatMap(({ id, teamIds }) => [...addUp(id, teamIds, ofTeam)]),
  );
  return { team, asOf, disclosureControlled, matrix: disclosureControlled ? withheld(matrix, team) : matrix };
}

/** A count below this is withheld from readers outside the line. */
const smallestCount = 5;

/** What an analyst may see: the rows with small counts withheld, and their total, where it gives nothing away. */
function withheld(matrix: ServiceMatrix, team: TeamPlace): ServiceMatrix {
  const { skills, teams, totals } = suppressServiceMatrix(matrix, smallestCount);
  const people = teams.reduce((sum, row) => sum + row.people, 0);
  return { skills, teams: [...teams, { id: team.id, name: `All of ${team.name}`, people, cells: totals }] };
}

function directName(team: TeamPlace): string {
  return team.children.length === 0 ? team.name : `${team.name} (directly)`;
}

interface Figures {
  counts: TeamSkillCount[];
  people: Map<string, number>;
  skills: MatrixSkill[];
}

async function readToday(context: Context, team: TeamPlace): Promise<Figures> {
  const [skills, counted] = await Promise.all([readAssessableSkills(context), readTeamCounts(context, team.subtreeIds)]);
  return {
    ...counted,
    skills: [...skills.values()].map(({ id, key, name }) => ({ id, key, name })),
  };
}

async function readPast(context: Context, team: TeamPlace, asOf: string): Promise<Figures> {
  const { people, skills, reviewPeriodDays } = await readCapabilityFacts(context, team, asOf);
  const subjects = buildFlagSubjects(people, { asOf, reviewPeriodDays });
  const present = new Map(team.subtreeIds.map((id) => [id, subjects.filter((person) => person.teamId === id)]));
  const counts = [...present].flatMap(([teamId, members]) => {
    const cells = members.flatMap((person) => person.cells);
    return [...new Set(cells.map((cell) => cell.skillId))].map((skillId) => countTeamSkill(teamId, skillId, cells));
  });
  return { counts, skills, people: new Map([...present].map(([id, members]) => [id, members.length])) };
}

function sumOf(teamIds: readonly string[], people: Map<string, number>): number {
  return teamIds.reduce((sum, id) => sum + (people.get(id) ?? 0), 0);
}

function byTeam(counts: readonly TeamSkillCount[]): Map<string, TeamSkillCount[]> {
  const teams = new Map<string, TeamSkillCount[]>();
  for (const count of counts) {
    const own = teams.get(count.teamId);
    if (own) own.push(count);
    else teams.set(count.teamId, [count]);
  }
  return teams;
}

function addUp(rowId: string, teamIds: readonly string[], counts: ReadonlyMap<string, readonly TeamSkillCount[]>): Iterable<TeamSkillCount> {
  const sums = new Map<string, TeamSkillCount>();
  for (const teamId of teamIds) {
    for (const count of counts.get(teamId) ?? []) {
      const sum = sums.get(count.skillId);
      if (sum) {
        sum.expected += count.expected;
        sum.assessed += count.assessed;
        sum.met += count.met;
      } else sums.set(count.skillId, { ...count, teamId: rowId });
    }
  }
  return sums.values();
}
