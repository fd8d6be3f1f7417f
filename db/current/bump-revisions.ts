import { sql } from 'drizzle-orm';
import type { Tx } from '#db/tenant.ts';

const touched = new WeakMap<Tx, Set<string>>();

/**
 * Notes that the pictures of these teams' own people change with this transaction: of the teams they leave as well as of those they
 * come into. The end of its audit counts their revisions on (bumpRevisions): whatever the services write is audited.
 */
export function noteTouchedTeams(tx: Tx, teamIds: Iterable<string>): void {
  const known = touched.get(tx) ?? new Set();
  for (const teamId of teamIds) known.add(teamId);
  touched.set(tx, known);
}

/** Whether anything of pictures was noted in this transaction. */
export function touchesTeams(tx: Tx): boolean {
  return (touched.get(tx)?.size ?? 0) > 0;
}

/**
 * Holds the noted teams against a change of their name or place, as the first row of a team's revision does that refers to it. For
 * before the head of the audit's chain is taken: whoever edits a team holds it first and waits for the head after.
 */
export async function holdTouchedTeams(tx: Tx, organisationId: string): Promise<void> {
  const teamIds = [...(touched.get(tx) ?? [])];
  if (teamIds.length === 0) return;
  await tx.execute(sql`select 1 from team where organisation_id = ${organisationId} and id = any(${sql.param(teamIds)}::uuid[]) order by id for key share`);
}

/**
 * Counts the revisions on, of whatever was noted in this transaction, or, `isOfAll`, of the whole organisation, which takes in its
 * teams. Always in one order, the organisation before its teams and these by their ids, so that two writers wait for each other and
 * never block each other; they hold the head of the audit's chain by then.
 */
export async function bumpRevisions(tx: Tx, { organisationId, isOfAll }: { organisationId: string; isOfAll: boolean }): Promise<void> {
  const teamIds = [...(touched.get(tx) ?? [])];
  if (isOfAll) {
    await tx.execute(sql`
      insert into organisation_revision as kept (organisation_id) values (${organisationId})
      on conflict (organisation_id) do update set revision = kept.revision + 1`);
  } else if (teamIds.length > 0) {
    // By way of `team`: one that went in the same transaction has no revision any more.
    await tx.execute(sql`
      insert into team_revision as kept (organisation_id, team_id)
      select ${organisationId}::uuid, id from team
      where organisation_id = ${organisationId} and id = any(${sql.param(teamIds)}::uuid[]) order by id
      on conflict (organisation_id, team_id) do update set revision = kept.revision + 1`);
  }
}
