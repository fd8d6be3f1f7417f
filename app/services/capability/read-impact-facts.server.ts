import { eq, sql } from 'drizzle-orm';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import type { TeamNode } from '#app/domain/access/team-tree.ts';
import type { AssessmentRecord } from '#app/domain/assessment/assessment-record.ts';
import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import type { ImpactFacts } from '#app/domain/capability/impact/impact-facts.ts';
import type { ReleaseScope } from '#app/domain/capability/impact/release-scope.ts';
import type { Context } from '#app/platform/context.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { countingAssessments } from '#db/current/counting-assessments.ts';
import { organisation } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { coverageHorizonDays } from './coverage-horizon.ts';
import { readCoverageRules } from './read-coverage-rules.server.ts';
import { readPeopleFacts } from './read-people-facts.server.ts';
import { readPlacedPeople } from './read-placed-people.server.ts';

/**
 * What the impact of a release is worked out from on the day: people and levels as far as the viewer may read their
 * ratings, of everybody else only where they stand. The caller has authorised the release and records the look.
 */
export async function readImpactFacts(
  context: Context,
  tree: readonly TeamNode[],
  asOf: string,
  succeeded: ReleaseScope['succeeded'],
): Promise<ImpactFacts> {
  const { viewer, db } = context;
  const organisationId = db.organisationId;
  return db.transaction(async (tx) => {
    const teamIds = tree.map(({ id }) => id);
    const placed = await readPlacedPeople(tx, organisationId, teamIds, asOf, false);
    const seen = new Map(placed.filter((person) => isPermitted(viewer, 'read-ratings', personSubject(person))).map(({ id, teamId }) => [id, teamId]));
    const known = await readPeopleFacts(context, [...new Set(seen.values())], asOf);
    const flagTeams = tree.filter(({ id }) => isPermitted(viewer, 'read-flags', { teamId: id }) && isPermitted(viewer, 'read-ratings', { teamId: id }));
    const [settings] = await tx
      .select({ reviewPeriodDays: organisation.reviewPeriodDays })
      .from(organisation)
      .where(eq(organisation.id, organisationId));
    const skills = await readAssessableSkills(context);
    return {
      asOf,
      reviewPeriodDays: settings?.reviewPeriodDays ?? 365,
      horizonDays: coverageHorizonDays,
      people: known.filter(({ id }) => seen.has(id)),
      records: await readRecords(tx, organisationId, [...seen.keys()], succeeded),
      unseen: placed.filter(({ id }) => !seen.has(id)).map(({ id, teamId, roleLevelId }) => ({ id, teamId, roleLevelId })),
      flagTeams,
      skills: [...skills.values()].map(({ id, name }) => ({ id, name })),
      rules: flagTeams.length === 0 ? [] : await readCoverageRules(context, { subtreeIds: flagTeams.map(({ id }) => id) }),
    };
  });
}

/** What counts today for the skills that go on in others, and for those others. */
async function readRecords(
  tx: Tx,
  organisationId: string,
  personIds: readonly string[],
  succeeded: ReleaseScope['succeeded'],
): Promise<Map<string, AssessmentRecord[]>> {
  const skillIds = [...new Set(succeeded.flatMap(({ from, to }) => [from, to]))].filter((id) => !id.startsWith('new:'));
  const records = new Map<string, AssessmentRecord[]>();
  if (skillIds.length === 0) return records;
  const { rows } = await tx.execute<{ person_id: string; skill_id: string; source: number; level: number | null; assessed_on: string; sequence: string; review: boolean }>(sql`
    with recursive ${countingAssessments(organisationId, personIds)}
    select person_id, skill_id, source, level, assessed_on::text as assessed_on, sequence, review
    from counting where skill_id = any(${sql.param(skillIds)}::uuid[])`);
  for (const row of rows) {
    const record = {
      personId: row.person_id,
      skillId: row.skill_id,
      source: assessmentSources[row.source - 1] ?? 'self',
      level: row.level,
      assessedOn: row.assessed_on,
      sequence: Number(row.sequence),
      review: row.review,
    } as const;
    records.set(row.person_id, [...(records.get(row.person_id) ?? []), record]);
  }
  return records;
}
