import { and, eq } from 'drizzle-orm';
import { personSubject } from '#app/domain/access/person-subject.ts';
import type { CellFacts, MatrixCell, SourceReading } from '#app/domain/capability/cell.ts';
import { judgeCell } from '#app/domain/capability/judge-cell.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { type RatingsPage, recordRatingsView } from '#app/platform/audit/record-ratings-view.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { currentAssessment, organisation } from '#db/schema/index.ts';
import { type AssessableSkill, readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { type PersonRecord, readPerson } from '#app/services/people/read-person.server.ts';
import { readUndefinedLevels } from './read-undefined-levels.server.ts';

export interface PersonCapability {
  person: PersonRecord;
  asOf: string;
  /** Expected skills by name, then other assessed skills by name; the same judgement as on the heatmap. */
  cells: (MatrixCell & { skill: AssessableSkill })[];
}

/**
 * Where one person stands today in every skill that is expected of them or was ever assessed. Throws
 * 404 for an unknown person, 403 where the viewer may not see the ratings. The look is recorded as one at `page`.
 */
export async function readPersonCapability(context: Context, personId: string, page: RatingsPage = 'profile'): Promise<PersonCapability> {
  const organisationId = context.db.organisationId;
  const person = await readPerson(context, personId);
  authorise(context, 'read-ratings', personSubject(person));
  const skills = await readAssessableSkills(context);
  const asOf = todayOf(context);
  return context.db.transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(currentAssessment)
      .where(and(eq(currentAssessment.organisationId, organisationId), eq(currentAssessment.personId, personId)));
    const [settings] = await tx
      .select({ reviewPeriodDays: organisation.reviewPeriodDays })
      .from(organisation)
      .where(eq(organisation.id, organisationId));
    const undefinedLevels = await readUndefinedLevels(tx, organisationId);
    const options = { asOf, reviewPeriodDays: settings?.reviewPeriodDays ?? 365 };
    const byId = new Map(rows.map((row) => [row.skillId, row]));
    const cells = [...skills.values()].flatMap((skill) => {
      const row = byId.get(skill.id);
      return row ? [{ ...judgeCell(factsOf(row, undefinedLevels), options), skill }] : [];
    });
    cells.sort((one, other) => Number(one.expectedLevel === null) - Number(other.expectedLevel === null));
    await recordRatingsView(tx, context, { page, personId });
    return { person, asOf, cells };
  });
}

function factsOf(row: typeof currentAssessment.$inferSelect, undefinedLevels: ReadonlySet<string>): CellFacts {
  const isUndefined = (ordinal: number | null) => ordinal !== null && undefinedLevels.has(`${row.skillId}/${ordinal}`);
  return {
    skillId: row.skillId,
    expectedLevel: row.expectedLevel,
    self: reading(row.selfLevel, row.selfOn),
    manager: reading(row.managerLevel, row.managerOn),
    agreed: reading(row.agreedLevel, row.agreedOn, row.agreedExemptUntil),
    needsReview: row.needsReview,
    disputed: row.disputed,
    levelUndefined: isUndefined(row.expectedLevel) || isUndefined(row.agreedLevel),
  };
}

function reading(level: number | null, assessedOn: string | null, exemptUntil: string | null = null): SourceReading | null {
  return assessedOn === null ? null : { level, assessedOn, ...(exemptUntil ? { exemptUntil } : {}) };
}
