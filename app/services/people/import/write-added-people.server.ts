import { randomUUID } from 'node:crypto';
import type { AddDeed } from '#app/domain/spreadsheet/people/people-words.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context } from '#app/platform/context.ts';
import { person, placement } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { inChunks } from '#app/domain/spreadsheet/in-chunks.ts';

const chunk = 2_000;

/**
 * Adds people with their first placements, from their start dates on, and records each. The caller has asked who may, and renews
 * what is kept ready of them.
 */
export async function writeAddedPeople(tx: Tx, context: Context, deeds: readonly AddDeed[]): Promise<{ personId: string; teamId: string }[]> {
  const organisationId = context.db.organisationId;
  const createdAt = context.now;
  const made = deeds.map((deed) => ({ ...deed, personId: randomUUID() }));
  for (const some of inChunks(made, chunk)) {
    await tx.insert(person).values(some.map(({ personId: id, name, email, grade, startsOn, leavesOn }) => ({ organisationId, id, name, email, grade, startsOn, leavesOn, createdAt })));
    await tx.insert(placement).values(some.map(({ personId, teamId, roleLevelId, startsOn }) => ({ organisationId, id: randomUUID(), personId, teamId, roleLevelId, startsOn, createdAt })));
  }
  for (const { personId, teamId, roleLevelId, startsOn } of made) {
    await recordAudit(tx, context, { action: 'person.add', subjectKind: 'person', subjectId: personId, detail: { teamId, roleLevelId, startsOn } });
  }
  return made.map(({ personId, teamId }) => ({ personId, teamId }));
}
