import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { developmentReview, type DevelopmentReview } from '#app/domain/review/development-review.ts';
import type { Objective } from '#app/domain/review/objective.ts';
import type { Context } from '#app/platform/context.ts';
import { readPersonObjectives } from '#app/services/assessments/objective/read-person-objectives.server.ts';
import { type PersonCapability, readPersonCapability } from '#app/services/capability/read-person-capability.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { expectation, frameworkAdoption, role, roleLevel, roleLevelContent, skillLevel } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** What somebody at one level of one skill does. */
export interface ReviewStatement {
  skillId: string;
  ordinal: number;
  defined: boolean;
  statements: string[];
  /** True where the statements are our own summary, not the framework's wording. */
  ours: boolean;
}

export interface DevelopmentReviewAnswer extends PersonCapability {
  review: DevelopmentReview;
  /** The next more senior role level of the same role; null at the top or without a role level. */
  nextRoleLevel: { name: string; grades: string[]; orderStated: boolean } | null;
  skillNames: Record<string, string>;
  /** Every level of every skill that the review or the next role level is about. */
  statements: ReviewStatement[];
  /** As of the day asked, open ones first; null for a viewer who may not read objectives. */
  objectives: Objective[] | null;
}

/**
 * The development review of one person: expected and agreed levels, the statements still to be shown,
 * what the next role level asks, and what they are to work on; as of an ISO date (default: today), from the role level of that day. Throws 404 for an unknown person, 403 where the viewer may not
 * see the ratings. The look is recorded.
 */
export async function readDevelopmentReview(context: Context, personId: string, asOf?: string): Promise<DevelopmentReviewAnswer> {
  const organisationId = context.db.organisationId;
  const capability = await readPersonCapability(context, personId, 'review', asOf);
  const skills = await readAssessableSkills(context);
  const mayReadObjectives = isPermitted(context.viewer, 'read-objectives', personSubject(capability.person));
  return context.db.transaction(async (tx) => {
    const next = await readNextRoleLevel(tx, organisationId, capability.place.roleLevelId);
    const review = developmentReview(capability.cells, next?.expectations ?? null);
    const wanted = [
      ...new Set([...capability.cells.map((cell) => cell.skillId), ...(next?.expectations ?? []).map((one) => one.skillId)]),
    ];
    const levels =
      wanted.length === 0
        ? []
        : await tx
            .select({
              skillId: skillLevel.skillId,
              ordinal: skillLevel.ordinal,
              defined: skillLevel.defined,
              statements: skillLevel.statements,
              wordingSource: skillLevel.wordingSource,
            })
            .from(skillLevel)
            .innerJoin(frameworkAdoption, frameworkJoins(organisationId).adoptionOfVersion(skillLevel.versionId))
            .where(and(eq(skillLevel.organisationId, organisationId), inArray(skillLevel.skillId, wanted)));
    return {
      ...capability,
      review,
      nextRoleLevel: next && { name: next.name, grades: next.grades ?? [], orderStated: next.orderStated },
      skillNames: Object.fromEntries(wanted.map((id) => [id, skills.get(id)?.name ?? ''])),
      objectives: mayReadObjectives ? await readPersonObjectives(tx, context, organisationId, { personId, asOf: capability.asOf }) : null,
      statements: levels.map(({ wordingSource, ...level }) => ({ ...level, ours: wordingSource === 'ours' })),
    };
  });
}

async function readNextRoleLevel(tx: Tx, organisationId: string, roleLevelId: string | null) {
  if (roleLevelId === null) return null;
  const joins = frameworkJoins(organisationId);
  const here = tx
    .select({
      roleId: roleLevel.roleId,
      versionId: frameworkAdoption.versionId,
      seniority: roleLevelContent.seniority,
    })
    .from(roleLevel)
    .innerJoin(role, joins.role(roleLevel.roleId))
    .innerJoin(frameworkAdoption, joins.adoption(role.frameworkId))
    .innerJoin(roleLevelContent, joins.roleLevelContent(frameworkAdoption.versionId, roleLevel.id))
    .where(and(eq(roleLevel.organisationId, organisationId), eq(roleLevel.id, roleLevelId)))
    .as('here');
  const [next] = await tx
    .select({
      id: roleLevel.id,
      name: roleLevelContent.name,
      grades: roleLevelContent.grades,
      orderStated: roleLevelContent.seniorityStated,
      versionId: roleLevelContent.versionId,
    })
    .from(here)
    .innerJoin(roleLevel, joins.roleLevels(here.roleId))
    .innerJoin(
      roleLevelContent,
      and(
        joins.roleLevelContent(here.versionId, roleLevel.id),
        gt(roleLevelContent.seniority, sql`${here.seniority}`),
      ),
    )
    .orderBy(roleLevelContent.seniority)
    .limit(1);
  if (!next) return null;
  const expectations = await tx
    .select({ skillId: expectation.skillId, expectedLevel: expectation.expectedLevel })
    .from(expectation)
    .where(
      and(
        eq(expectation.organisationId, organisationId),
        eq(expectation.versionId, next.versionId),
        eq(expectation.roleLevelId, next.id),
      ),
    );
  return { ...next, expectations };
}
