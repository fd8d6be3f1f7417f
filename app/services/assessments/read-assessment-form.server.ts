import { and, eq, inArray } from 'drizzle-orm';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { type RatingsPage, recordRatingsView } from '#app/platform/audit/record-ratings-view.server.ts';
import { currentAssessment, skillLevel } from '#db/schema/index.ts';
import { readAdoptedVersions } from '#app/services/framework/read-adopted-versions.server.ts';
import { type AssessableSkill, readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { type PersonRecord, readPerson } from '#app/services/people/read-person.server.ts';
import { type NewestEntry, readNewestEntries } from './read-newest-entries.server.ts';

/** One level of one skill, with what somebody at that level does. */
export interface FormLevel {
  ordinal: number;
  name: string;
  defined: boolean;
  statements: string[];
  /** True where the statements are our own summary, not the framework's wording. */
  ours: boolean;
}

export interface FormSkill {
  skillId: string;
  key: string;
  name: string;
  expectedLevel: number | null;
  levels: FormLevel[];
  newest: Record<AssessmentSource, NewestEntry | null>;
  /** True where the agreed level was recorded before the wording of the skill changed its meaning. */
  needsReview: boolean;
  /** Goes with the form and comes back with it: an older one is refused. */
  revision: number;
}

export interface AssessmentForm {
  person: PersonRecord;
  /** Expected skills by name, then the others that were assessed or asked for, by name. */
  skills: FormSkill[];
  /** Skills that can be added. */
  others: { id: string; name: string }[];
  /** As which sources the viewer may speak. */
  sources: AssessmentSource[];
}

const actionOf = { self: 'assess-self', manager: 'assess-manager', agreed: 'assess-agreed' } as const;

/**
 * Everything the assessment page of one person shows: each skill with its statements, what each source
 * said last, and as whom the viewer may answer. `added` are further skills to show. Throws 404 for an
 * unknown person, 403 where the viewer may not see the ratings. The look is recorded as one at `page`.
 */
export async function readAssessmentForm(
  context: Context,
  personId: string,
  added: readonly string[] = [],
  page: RatingsPage = 'assess',
): Promise<AssessmentForm> {
  const organisationId = context.db.organisationId;
  const person = await readPerson(context, personId);
  const reach = personSubject(person);
  authorise(context, 'read-ratings', reach);
  const known = await readAssessableSkills(context);
  const scales = new Map((await readAdoptedVersions(context)).map((version) => [version.versionId, version.scale]));
  return context.db.transaction(async (tx) => {
    const cells = await tx
      .select({ skillId: currentAssessment.skillId, expectedLevel: currentAssessment.expectedLevel, needsReview: currentAssessment.needsReview })
      .from(currentAssessment)
      .where(and(eq(currentAssessment.organisationId, organisationId), eq(currentAssessment.personId, personId)));
    const entries = await readNewestEntries(tx, organisationId, personId);
    const kept = new Map(cells.map((cell) => [cell.skillId, cell]));
    const shown = [...known.values()].filter((skill) => kept.has(skill.id) || added.includes(skill.id));
    const levels =
      shown.length === 0
        ? []
        : await tx
            .select()
            .from(skillLevel)
            .where(
              and(
                eq(skillLevel.organisationId, organisationId),
                inArray(skillLevel.versionId, [...new Set(shown.map((skill) => skill.versionId))]),
                inArray(
                  skillLevel.skillId,
                  shown.map((skill) => skill.id),
                ),
              ),
            );
    const skills = shown.map((skill): FormSkill => {
      const mine = entries.filter((entry) => entry.skillId === skill.id);
      const newestOf = (source: AssessmentSource) => mine.find((entry) => entry.source === source) ?? null;
      return {
        skillId: skill.id,
        key: skill.key,
        name: skill.name,
        expectedLevel: kept.get(skill.id)?.expectedLevel ?? null,
        levels: levelsOf(skill, scales, levels),
        newest: { self: newestOf('self'), manager: newestOf('manager'), agreed: newestOf('agreed') },
        needsReview: kept.get(skill.id)?.needsReview ?? false,
        revision: Math.max(0, ...mine.map((entry) => entry.sequence)),
      };
    });
    skills.sort((one, other) => Number(one.expectedLevel === null) - Number(other.expectedLevel === null));
    await recordRatingsView(tx, context, { page, personId });
    const shownIds = new Set(shown.map((skill) => skill.id));
    return {
      person,
      skills,
      others: [...known.values()].filter((skill) => !shownIds.has(skill.id)).map(({ id, name }) => ({ id, name })),
      sources: assessmentSources.filter((source) => isPermitted(context.viewer, actionOf[source], reach)),
    };
  });
}

function levelsOf(
  skill: AssessableSkill,
  scales: ReadonlyMap<string, readonly { ordinal: number; name: string }[]>,
  stored: readonly (typeof skillLevel.$inferSelect)[],
): FormLevel[] {
  return (scales.get(skill.versionId) ?? []).map(({ ordinal, name }) => {
    const row = stored.find((one) => one.skillId === skill.id && one.ordinal === ordinal);
    return {
      ordinal,
      name,
      defined: row?.defined ?? true,
      statements: row?.statements ?? [],
      ours: row?.wordingSource === 'ours',
    };
  });
}
