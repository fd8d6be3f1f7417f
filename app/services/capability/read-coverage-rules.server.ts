import { and, eq, inArray } from 'drizzle-orm';
import type { CoverageRule } from '#app/domain/capability/flag.ts';
import type { Context } from '#app/platform/context.ts';
import { coverageRule, skill, team } from '#db/schema/index.ts';
import type { TeamPlace } from '#app/services/people/read-team.server.ts';

/** The coverage rules of a team and of the teams under it. The caller has authorised the team. */
export async function readCoverageRules(context: Context, place: Pick<TeamPlace, 'subtreeIds'>): Promise<CoverageRule[]> {
  const organisationId = context.db.organisationId;
  return context.db.transaction((tx) =>
    tx
      .select({
        id: coverageRule.id,
        teamId: coverageRule.teamId,
        teamName: team.name,
        skillId: coverageRule.skillId,
        skillName: skill.name,
        minimumLevel: coverageRule.minimumLevel,
        minimumPeople: coverageRule.minimumPeople,
      })
      .from(coverageRule)
      .innerJoin(team, and(eq(team.organisationId, organisationId), eq(team.id, coverageRule.teamId)))
      .innerJoin(skill, and(eq(skill.organisationId, organisationId), eq(skill.id, coverageRule.skillId)))
      .where(and(eq(coverageRule.organisationId, organisationId), inArray(coverageRule.teamId, place.subtreeIds)))
      .orderBy(team.name, skill.name, coverageRule.minimumLevel, coverageRule.id),
  );
}
