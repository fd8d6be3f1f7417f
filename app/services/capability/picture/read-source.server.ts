import type { PictureSource } from '#app/domain/capability/picture/views/picture-source.ts';
import { readCapabilityFacts } from '#app/services/capability/read-capability-facts.server.ts';
import { readEarlierPeople } from './read-earlier-people.server.ts';
import type { ViewWanted } from './view-source.ts';

/**
 * The people of a team and of those under it on the day asked for, and in a comparison on the earlier day. One day alone is set against
 * the framework version adopted now, as on every page; of two days each is set against the bar of its own time, or a release that came
 * later would count as a change between them. The caller has authorised the levels of these people.
 */
export async function readSource({ tx, context, team, state, today }: ViewWanted): Promise<PictureSource> {
  const { asOf, before } = state;
  const { people, skills, rules, reviewPeriodDays } = await readCapabilityFacts(context, team, asOf);
  const source = { asOf, people, skills, reviewPeriodDays, ruledSkillIds: rules.map((rule) => rule.skillId), earlier: null };
  if (before === null) return source;
  const organisationId = context.db.organisationId;
  const now = asOf < today ? await readEarlierPeople(tx, organisationId, team.subtreeIds, asOf) : { people, skills: [] };
  const then = await readEarlierPeople(tx, organisationId, team.subtreeIds, before);
  // Under the adopted version's name, where it has one.
  const known = new Map([...then.skills, ...now.skills, ...skills].map((skill) => [skill.id, skill]));
  return { ...source, people: now.people, skills: [...known.values()], earlier: { asOf: before, people: then.people } };
}
