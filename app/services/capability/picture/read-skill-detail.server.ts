import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { buildFlagSubjects } from '#app/domain/capability/build-flag-subjects.ts';
import { type CoverageRow, coverageRows } from '#app/domain/capability/coverage-rows.ts';
import { type SkillStanding, skillStanding } from '#app/domain/capability/picture/order/skill-standing.ts';
import { recordRatingsView } from '#app/platform/audit/record-ratings-view.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { within } from '#app/platform/within.server.ts';
import { coverageHorizonDays } from '#app/services/capability/coverage-horizon.ts';
import { readCapabilityFacts } from '#app/services/capability/read-capability-facts.server.ts';
import { readTeam } from '#app/services/people/read-team.server.ts';
import { type DetailSkill, readDetailSkill } from './read-detail-skill.server.ts';

/** A skill as the people of a team stand in it. */
export interface SkillDetail {
  team: { id: string; name: string };
  /** ISO date. */
  asOf: string;
  skill: DetailSkill;
  standing: SkillStanding;
  /** The coverage rules on the skill, of the team and those under it; null for a viewer who may not see them. */
  coverage: Pick<CoverageRow, 'rule' | 'actual' | 'status' | 'people' | 'ends' | 'blindSpot'>[] | null;
}

/**
 * How the people of a team and the teams under it stand in one skill on an ISO date: how many at each agreed level, which coverage rules ask
 * for it and who keeps them, and who could coach whom. Throws 404 for a team or skill that is not the organisation's, 403 where the viewer
 * may not see ratings here. The look is recorded.
 */
export async function readSkillDetail(context: Context, teamId: string, skillId: string, asOf: string): Promise<SkillDetail> {
  return context.db.transaction(async (tx) => {
    const inside = within(context, tx);
    const team = await readTeam(inside, teamId);
    authorise(context, 'read-ratings', { teamId });
    const mayReadCoverage = isPermitted(context.viewer, 'read-coverage', { teamId });
    const skill = await readDetailSkill(inside, skillId);
    const { people, skills, rules, reviewPeriodDays } = await readCapabilityFacts(inside, team, asOf);
    // Of a large service every cell but those of this skill would be judged for nothing.
    const ofSkill = people.map((person) => ({ ...person, cells: person.cells.filter((cell) => cell.skillId === skillId) }));
    const subjects = buildFlagSubjects(ofSkill, { asOf, reviewPeriodDays });
    const standing = skillStanding(subjects, skillId, skill.levels.length);
    const rows = coverageRows({
      asOf,
      horizonDays: coverageHorizonDays,
      teams: team.tree.filter((node) => team.subtreeIds.includes(node.id)),
      skills,
      rules: rules.filter((rule) => rule.skillId === skillId),
      subjects,
    });
    await recordRatingsView(tx, context, { page: 'heatmap', teamId: team.id, asOf, people: ofSkill.filter(({ cells }) => cells.length > 0).length });
    return {
      team: { id: team.id, name: team.name },
      asOf,
      skill,
      standing,
      coverage: mayReadCoverage ? rows.map(({ rule, actual, status, people: covering, ends, blindSpot }) => ({ rule, actual, status, people: covering, ends, blindSpot })) : null,
    };
  });
}
