import { sql } from 'drizzle-orm';
import type { Context } from '#app/platform/context.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { type PersonRecord, readPerson } from './read-person.server.ts';

/**
 * A person who is about to be changed, held until the caller's transaction ends: where they stand,
 * and with it who may write and which team is counted again, stays what is answered here. `inside`
 * is the context within that transaction. Throws 404 and 403 as reading the person does.
 */
export async function readLockedPerson(inside: Context, personId: string): Promise<PersonRecord> {
  if (!isUuid(personId)) throw notFound();
  await inside.db.transaction((tx) =>
    tx.execute(sql`
      select 1 from person where organisation_id = ${inside.db.organisationId} and id = ${personId} for update`),
  );
  return readPerson(inside, personId);
}
