import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { ChangeDeed } from '#app/domain/spreadsheet/people/people-words.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context } from '#app/platform/context.ts';
import { placement } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { inChunks } from '#app/domain/spreadsheet/in-chunks.ts';

const chunk = 2_000;

/**
 * Changes what is recorded of people and moves those who move: the placement that is open ends on the day on which the next one
 * begins. Each deed is recorded as it is by hand. The caller holds the people, has asked who may, and renews what is kept ready of them.
 */
export async function writeChangedPeople(tx: Tx, context: Context, deeds: readonly ChangeDeed[]): Promise<void> {
  const organisationId = context.db.organisationId;
  for (const some of inChunks(deeds.filter(({ fields }) => fields.length > 0), chunk)) {
    const rows = JSON.stringify(some.map(({ personId: id, facts, firstPlacementId }) => ({ id, ...facts, firstPlacementId })));
    await tx.execute(sql`
      update person set name = given.name, email = given.email, grade = given.grade, starts_on = given."startsOn", leaves_on = given."leavesOn",
        revision = revision + 1
      from jsonb_to_recordset(${rows}::jsonb) as given(id uuid, name text, email text, grade text, "startsOn" date, "leavesOn" date)
      where person.organisation_id = ${organisationId} and person.id = given.id`);
    await tx.execute(sql`
      update placement set starts_on = given."startsOn"
      from jsonb_to_recordset(${rows}::jsonb) as given("firstPlacementId" uuid, "startsOn" date)
      where placement.organisation_id = ${organisationId} and placement.id = given."firstPlacementId"`);
  }
  await writeMoves(tx, context, deeds);
  for (const { personId, fields, move } of deeds) {
    if (fields.length > 0) await recordAudit(tx, context, { action: 'person.edit', subjectKind: 'person', subjectId: personId, detail: { fields } });
    if (move === null) continue;
    const { fromPlacementId: _, ...detail } = move;
    await recordAudit(tx, context, { action: 'person.move', subjectKind: 'person', subjectId: personId, detail });
  }
}

async function writeMoves(tx: Tx, context: Context, deeds: readonly ChangeDeed[]): Promise<void> {
  const organisationId = context.db.organisationId;
  const moves = deeds.flatMap(({ personId, move }) => (move === null ? [] : [{ personId, ...move }]));
  for (const some of inChunks(moves, chunk)) {
    const ended = JSON.stringify(some.map(({ fromPlacementId: id, movesOn: day }) => ({ id, day })));
    await tx.execute(sql`
      update placement set ends_on = given.day
      from jsonb_to_recordset(${ended}::jsonb) as given(id uuid, day date)
      where placement.organisation_id = ${organisationId} and placement.id = given.id`);
    await tx.insert(placement).values(some.map(({ personId, teamId, roleLevelId, movesOn: startsOn }) => ({ organisationId, id: randomUUID(), personId, teamId, roleLevelId, startsOn, createdAt: context.now })));
  }
}
