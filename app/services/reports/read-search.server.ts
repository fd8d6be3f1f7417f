import { isPermitted } from '#app/domain/access/is-permitted.ts';
import type { Context } from '#app/platform/context.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { readTeamTree } from '#app/services/people/read-team-tree.server.ts';
import { readPeopleByName, type FoundPerson } from '#app/services/people/read-people-by-name.server.ts';

export interface Found {
  people: FoundPerson[];
  teams: { id: string; name: string }[];
  skills: { key: string; name: string }[];
}

/**
 * People, teams and skills whose name holds these words, in any case, by name: of people and teams
 * only those that the viewer may open. Fewer than two letters find nothing.
 */
export async function readSearch(context: Context, words: string): Promise<Found> {
  const wanted = words.trim().toLowerCase();
  if (wanted.length < 2) return { people: [], teams: [], skills: [] };
  const matches = ({ name }: { name: string }) => name.toLowerCase().includes(wanted);
  const mayOpen = ({ id }: { id: string }) =>
    isPermitted(context.viewer, 'read-people', { teamId: id }) ||
    isPermitted(context.viewer, 'read-aggregates', { teamId: id });
  const skills = [...(await readAssessableSkills(context)).values()];
  return {
    people: await readPeopleByName(context, words.trim()),
    teams: (await readTeamTree(context.db)).filter((team) => matches(team) && mayOpen(team)).map(({ id, name }) => ({ id, name })),
    skills: skills.filter(matches).map(({ key, name }) => ({ key, name })),
  };
}
