import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { sourceCodes } from '#app/domain/assessment/assessment-source.ts';
import type { ImportedAnswer } from '#app/domain/spreadsheet/assessments/assessment-facts.ts';
import type { Context } from '#app/platform/context.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * Adds answers of a file to the history in one statement: each column goes over as one list, so that their number is bound by no
 * limit on parameters. The importer is the assessor. The caller holds the adoptions and the people, and has judged everything.
 */
export async function insertImported(tx: Tx, { viewer, now, db }: Context, importId: string, answers: readonly ImportedAnswer[]): Promise<void> {
  const list = (valueOf: (answer: ImportedAnswer) => unknown) => sql.param(answers.map(valueOf));
  await tx.execute(sql`
    insert into assessment (organisation_id, id, person_id, skill_id, framework_version_id, source, level, note, undefined_confirmed,
      assessor_user_id, assessor_name, assessed_on, cycle_id, import_id, recorded_at)
    select ${db.organisationId}::uuid, id, person_id, skill_id, version_id, source, level, note, undefined_confirmed,
      ${viewer.userId}::uuid, ${viewer.name}, assessed_on, cycle_id, ${importId}::uuid, ${now.toISOString()}::timestamptz
    from unnest(
      ${list(() => randomUUID())}::uuid[], ${list(({ person }) => person.id)}::uuid[], ${list(({ skill }) => skill.id)}::uuid[],
      ${list(({ skill }) => skill.versionId)}::uuid[], ${list(({ source }) => sourceCodes[source])}::smallint[], ${list(({ level }) => level)}::smallint[],
      ${list(({ note }) => note)}::text[], ${list((answer) => answer.undefinedConfirmed)}::boolean[], ${list(({ assessedOn }) => assessedOn)}::date[],
      ${list(({ cycleId }) => cycleId)}::uuid[]
    ) with ordinality as said(id, person_id, skill_id, version_id, source, level, note, undefined_confirmed, assessed_on, cycle_id, place)
    order by place`);
}
