import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { auditText } from '#app/domain/access/audit-text.ts';
import { effectOnPictures } from '#app/domain/access/effect-on-pictures.ts';
import { bumpRevisions, holdTouchedTeams, touchesTeams } from '#db/current/bump-revisions.ts';
import { auditHead } from '#db/schema/index.ts';
import type { Statement } from '#db/statement.ts';
import { beforeCommit, type Tx } from '#db/tenant.ts';
import type { Context } from '#app/platform/context.ts';
import { hashSecret } from '#app/platform/secret/secret-hash.server.ts';
import { appendOne } from './append-one.ts';

/** What happened, in the words of the audit page. Never a password, key or free text about a person. */
export interface AuditEntry {
  /** Such as `assessment.save`. */
  action: string;
  subjectKind:
    | 'person'
    | 'team'
    | 'framework'
    | 'framework-release'
    | 'coverage-rule'
    | 'cycle'
    | 'scoring-scheme'
    | 'organisation'
    | 'user'
    | 'invitation'
    | 'job-description'
    | 'api-key'
    | 'identity-provider'
    | 'mail'
    | 'import'
    | 'notice'
    | 'audit';
  subjectId: string;
  detail?: Record<string, unknown>;
}

/** Who did it. A context's viewer is one. */
export type AuditActor = Pick<Context['viewer'], 'userId' | 'name' | 'organisationId'>;

interface Recorded extends AuditEntry {
  actor: AuditActor;
  at: Date;
}

const recorded = new WeakMap<Tx, Recorded[]>();

const rowsAtOnce = 2_000;

async function lockHead(tx: Tx, organisationId: string) {
  const [head] = await tx
    .select({ position: auditHead.position, hash: auditHead.hash })
    .from(auditHead)
    .where(eq(auditHead.organisationId, organisationId))
    .for('update');
  return head;
}

/** Before the first row of an organisation; of several that come at once one writes and the others wait for it. */
async function startChain(tx: Tx, organisationId: string) {
  await tx.insert(auditHead).values({ organisationId }).onConflictDoNothing();
  return (await lockHead(tx, organisationId))!;
}

/** The newest organisations whose chain this process has found begun, which it then stays. */
const begun = new Set<string>();
const mostBegun = 10_000;

function noteBegun(organisationId: string): void {
  begun.add(organisationId);
  if (begun.size > mostBegun) begun.delete(begun.keys().next().value!);
}

/** What is stored of a deed, but for its place in the chain. */
function factsOf({ actor, at, action, subjectKind, subjectId, detail = {} }: Recorded) {
  const { organisationId, userId: actorUserId, name: actorName } = actor;
  return { organisationId, id: randomUUID(), at: at.toISOString(), actorUserId, actorName, action, subjectKind, subjectId, detail: JSON.stringify(detail) };
}

/**
 * Puts what a transaction recorded behind the newest row of the organisation's chain, and counts the revisions on that its deeds change. One
 * deed that changes no picture, such as a look, goes with the commit: it is what is recorded most.
 */
async function append(tx: Tx, entries: readonly Recorded[]): Promise<Statement | null> {
  const organisationId = entries[0]!.actor.organisationId;
  const isOfAll = entries.some(({ action }) => effectOnPictures(action) === 'organisation');
  if (entries.length === 1 && !isOfAll && !touchesTeams(tx) && begun.has(organisationId)) return appendOne(factsOf(entries[0]!));
  await holdTouchedTeams(tx, organisationId);
  const found = await lockHead(tx, organisationId);
  if (found) noteBegun(organisationId);
  let { position, hash } = found ?? (await startChain(tx, organisationId));
  await bumpRevisions(tx, { organisationId, isOfAll });
  const rows = entries.map((entry) => {
    const previousHash = hash;
    position += 1;
    const facts = { ...factsOf(entry), position };
    hash = hashSecret(auditText(previousHash, facts));
    return { ...facts, previousHash, hash };
  });
  const values = rows.map((row) => sql`(${organisationId}, ${row.id}, ${row.position}, ${row.at}, ${row.actorUserId}, ${row.actorName},
    ${row.action}, ${row.subjectKind}, ${row.subjectId}, ${row.detail}, ${row.previousHash}, ${row.hash})`);
  const head = sql`update audit_head set position = ${position}, hash = ${hash} where organisation_id = ${organisationId}`;
  // An import records thousands at once, and a statement takes 65,535 values at most. The head comes with the last of them, in one statement.
  for (let at = 0; at < values.length; at += rowsAtOnce) {
    const insert = sql`insert into audit_event (organisation_id, id, position, at, actor_user_id, actor_name, action, subject_kind, subject_id,
      detail, previous_hash, hash) values ${sql.join(values.slice(at, at + rowsAtOnce), sql`, `)}`;
    await tx.execute(at + rowsAtOnce < values.length ? insert : sql`with added as (${insert}) ${head}`);
  }
  return null;
}

/**
 * Writes the audit row in the transaction of the deed, so that neither exists without the other. The rows
 * of a transaction are put into the chain at its end: until then nobody else waits for it.
 */
export async function recordAudit(
  tx: Tx,
  { viewer, now }: { viewer: AuditActor; now: Date },
  entry: AuditEntry,
): Promise<void> {
  const known = recorded.get(tx);
  if (known) {
    known.push({ ...entry, actor: viewer, at: now });
    return;
  }
  const entries: Recorded[] = [{ ...entry, actor: viewer, at: now }];
  recorded.set(tx, entries);
  beforeCommit(tx, () => append(tx, entries));
}
