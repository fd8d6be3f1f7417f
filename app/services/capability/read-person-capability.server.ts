import { and, eq } from 'drizzle-orm';
import { personSubject } from '#app/domain/access/person-subject.ts';
import type { CellFacts, MatrixCell, SourceReading } from '#app/domain/capability/cell.ts';
import { judgeCell } from '#app/domain/capability/judge-cell.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { type RatingsPage, recordRatingsView } from '#app/platform/audit/record-ratings-view.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { currentAssessment, organisation } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { type AssessableSkill, readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { type PersonRecord, readPerson } from '#app/services/people/read-person.server.ts';
import type { CellRow } from './read-current-cells.server.ts';
import { readPastCells } from './read-past-cells.server.ts';
import { type Place, readPlaceOn } from './read-place-on.server.ts';
import { readUndefinedLevels } from './read-undefined-levels.server.ts';

export interface PersonCapability {
  person: PersonRecord;
  asOf: string;
  /** Where they stood on that day. */
  place: Place;
  /** Expected skills by name, then other assessed skills by name; the same judgement as on the heatmap. */
  cells: (MatrixCell & { skill: AssessableSkill })[];
}

/**
 * Where one person stands in every skill that is expected of them or was ever assessed, on an ISO date (default: today). An
 * earlier date is answered from the history up to it, with the placement and the disputes of that day, against the framework
 * version adopted now. Throws 404 for an unknown person, 403 where the viewer may not see the ratings. The look is recorded
 * as one at `page`.
 */
export async function readPersonCapability(
  context: Context,
  personId: string,
  page: RatingsPage = 'profile',
  asOf = todayOf(context),
): Promise<PersonCapability> {
  const organisationId = context.db.organisationId;
  const person = await readPerson(context, personId);
  authorise(context, 'read-ratings', personSubject(person));
  const skills = await readAssessableSkills(context);
  const isPast = asOf < todayOf(context);
  return context.db.transaction(async (tx) => {
    const place: Place = isPast ? await readPlaceOn(tx, organisationId, personId, asOf) : person;
    const rows = isPast
      ? ((await readPastCells(tx, organisationId, [{ id: personId, roleLevelId: place.roleLevelId }], asOf)).get(personId) ?? [])
      : await readKeptCells(tx, organisationId, personId);
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
    const { teamId, teamName, roleName, roleLevelId, roleLevelName, seniority } = place;
    return { person, asOf, place: { teamId, teamName, roleName, roleLevelId, roleLevelName, seniority }, cells };
  });
}

async function readKeptCells(tx: Tx, organisationId: string, personId: string): Promise<CellRow[]> {
  const rows = await tx
    .select()
    .from(currentAssessment)
    .where(and(eq(currentAssessment.organisationId, organisationId), eq(currentAssessment.personId, personId)));
  return rows.map((row) => ({
    skillId: row.skillId,
    expectedLevel: row.expectedLevel,
    self: reading(row.selfLevel, row.selfOn),
    manager: reading(row.managerLevel, row.managerOn),
    agreed: reading(row.agreedLevel, row.agreedOn, row.agreedExemptUntil),
    needsReview: row.needsReview,
    disputed: row.disputed,
  }));
}

function factsOf(row: CellRow, undefinedLevels: ReadonlySet<string>): CellFacts {
  const isUndefined = (ordinal: number | null) => ordinal !== null && undefinedLevels.has(`${row.skillId}/${ordinal}`);
  return { ...row, levelUndefined: isUndefined(row.expectedLevel) || isUndefined(row.agreed?.level ?? null) };
}

function reading(level: number | null, assessedOn: string | null, exemptUntil: string | null = null): SourceReading | null {
  return assessedOn === null ? null : { level, assessedOn, ...(exemptUntil ? { exemptUntil } : {}) };
}
