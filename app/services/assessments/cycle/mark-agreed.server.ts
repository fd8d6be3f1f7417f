import { sql } from 'drizzle-orm';
import type { Context } from '#app/platform/context.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * Says of a person in a round that they are agreed, once every skill that is expected of them has an agreed answer of this
 * round: a level, not observed or exempt. Told once, with who agreed the last of them; a skill expected later does not take it
 * back. Runs in the transaction that wrote the answers.
 */
export async function markAgreed(tx: Tx, context: Context, cycleId: string, personId: string): Promise<void> {
  const organisationId = context.db.organisationId;
  await tx.execute(sql`
    update cycle_participant set agreed_at = ${context.now.toISOString()}::timestamptz, agreed_name = ${context.viewer.name}, revision = revision + 1
    where organisation_id = ${organisationId} and cycle_id = ${cycleId} and person_id = ${personId} and agreed_at is null
      and not exists (
        select 1 from current_assessment cell
        where cell.organisation_id = ${organisationId} and cell.person_id = ${personId} and cell.expected_level is not null
          and not exists (
            select 1 from assessment said
            where said.organisation_id = ${organisationId} and said.cycle_id = ${cycleId} and said.person_id = ${personId}
              and said.skill_id = cell.skill_id and said.source = 3))`);
}
