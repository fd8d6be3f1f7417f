import type { MatrixSkill } from '#app/domain/capability/cell.ts';
import { countPeople } from '#app/domain/capability/picture/views/count-people.ts';
import type { CellCount } from '#app/domain/capability/picture/views/sum-counts.ts';
import { readCapabilityFacts } from '#app/services/capability/read-capability-facts.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { readSummaryCounts } from './read-summary-counts.server.ts';
import type { ViewWanted } from './view-source.ts';

/** Per team, of its own people. */
export interface TeamFigures {
  /** By team id and skill id. */
  counts: CellCount[];
  /** People present, by team. */
  people: Map<string, number>;
  skills: MatrixSkill[];
}

/**
 * The counts of a team and of each under it on the day asked for: today's from the kept summary, those of an earlier day from the history,
 * against the framework version adopted now. The caller has authorised the figures of these teams.
 */
export async function readTeamFigures({ tx, context, team, state, today }: ViewWanted): Promise<TeamFigures> {
  if (state.asOf >= today) {
    const [skills, counted] = await Promise.all([readAssessableSkills(context), readSummaryCounts(tx, context.db.organisationId, team.subtreeIds, today)]);
    return { ...counted, skills: [...skills.values()] };
  }
  const { people, skills } = await readCapabilityFacts(context, team, state.asOf);
  const present = new Map<string, number>();
  for (const { teamId } of people) present.set(teamId, (present.get(teamId) ?? 0) + 1);
  return { counts: countPeople(people, { rowOf: (person) => person.teamId }), people: present, skills };
}
