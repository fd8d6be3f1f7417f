import { picturePeople } from '#app/domain/capability/picture/picture-people.ts';
import { readCapabilityFacts } from '#app/services/capability/read-capability-facts.server.ts';
import type { ViewRead, ViewWanted } from './view-source.ts';

/** People x skills. The caller has authorised the levels of these teams' people, and records the look. */
export async function readPeopleView({ context, team, state }: ViewWanted): Promise<ViewRead> {
  const { people, skills, rules, reviewPeriodDays } = await readCapabilityFacts(context, team, state.asOf);
  const source = { asOf: state.asOf, people, skills, reviewPeriodDays, ruledSkillIds: rules.map((rule) => rule.skillId), earlier: null };
  return { picture: picturePeople(source, { teamOrder: team.subtreeIds }), people, joined: 0, left: 0 };
}
