import { sql } from 'drizzle-orm';
import { auditText } from '#app/domain/access/audit-text.ts';
import type { TenantDatabase } from '#db/tenant.ts';
import { hashSecret } from '#app/platform/secret/secret-hash.server.ts';

/** A place in a chain and the hash of the row there. */
export interface ChainPoint {
  position: number;
  hash: string;
}

/** The first thing that is wrong with a chain. */
export interface ChainFault {
  position: number;
  /** A whole sentence. */
  message: string;
}

export interface ChainReport {
  /** Rows that were looked at and found to be as they were written. */
  checked: number;
  /** Where the chain ends, to be noted elsewhere; the rows before `trimmed` were removed by retention. */
  head: ChainPoint;
  trimmed: ChainPoint;
  /** Null where the chain is whole. */
  fault: ChainFault | null;
}

/** A row in the texts that are hashed, with the head as the same statement sees it. */
interface StoredRow extends Record<string, unknown> {
  head_position: string | null;
  head_hash: string | null;
  trimmed_position: string | null;
  trimmed_hash: string | null;
  position: string | null;
  id: string;
  at: string | null;
  actor_user_id: string | null;
  actor_name: string;
  action: string;
  subject_kind: string;
  subject_id: string;
  detail: string;
  previous_hash: string;
  hash: string;
}

const batchSize = 1_000;

/**
 * The next rows behind a place, oldest first, and the head: in one statement, because a chain that grows
 * meanwhile must not look as if it were broken. Milliseconds are what was hashed; a time that has more
 * than those was not written by us, and its text will not match.
 */
async function readBatch(db: TenantDatabase, position: number, id: string): Promise<StoredRow[]> {
  const answer = await db.transaction((tx) =>
    tx.execute<StoredRow>(sql`
      select head.position as head_position, head.hash as head_hash, head.trimmed_position, head.trimmed_hash, event.*
      from (values (1)) as always
      left join audit_head head on head.organisation_id = ${db.organisationId}
      left join lateral (
        select position, id::text, regexp_replace(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '000$', '') || 'Z' as at,
          actor_user_id::text, actor_name, action, subject_kind, subject_id, detail::text, previous_hash, hash
        from audit_event where organisation_id = ${db.organisationId} and (position, id) > (${position}::bigint, ${id}::uuid)
        order by position, id limit ${batchSize}
      ) event on true order by event.position, event.id`),
  );
  return answer.rows;
}

function hashOf(organisationId: string, previousHash: string, row: StoredRow): string {
  const text = auditText(previousHash, {
    organisationId,
    position: Number(row.position),
    id: row.id,
    at: row.at ?? '',
    actorUserId: row.actor_user_id,
    actorName: row.actor_name,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    detail: row.detail,
  });
  return hashSecret(text);
}

/** What is wrong with a row that should come after `last`; null when it is the one that was written there. */
function faultOf(organisationId: string, last: ChainPoint, row: StoredRow): ChainFault | null {
  const position = Number(row.position);
  const expected = last.position + 1;
  if (position > expected) {
    const which = position === expected + 1 ? `Row ${expected} is missing.` : `Rows ${expected} to ${position - 1} are missing.`;
    return { position: expected, message: which };
  }
  if (position < expected) return { position, message: `Row ${position} was added: the chain had no place for it.` };
  if (hashOf(organisationId, last.hash, row) === row.hash && row.previous_hash === last.hash) return null;
  const isWhole = hashOf(organisationId, row.previous_hash, row) === row.hash;
  const message = isWhole
    ? `Row ${position} does not follow the row before it: one of the two was put here, or rewritten, later.`
    : `Row ${position} is not as it was written: it was changed, or put in the place of another.`;
  return { position, message };
}

/** What is wrong with the end of a chain whose last row is `last`. */
function endFault(last: ChainPoint, head: ChainPoint | null): ChainFault | null {
  if (head === null) return last.position === 0 ? null : { position: last.position, message: 'The head of the chain is missing.' };
  if (head.position > last.position) {
    return { position: last.position + 1, message: `The chain ends too early: row ${last.position + 1} and those after it, up to ${head.position}, are missing.` };
  }
  if (head.position < last.position) {
    return { position: head.position + 1, message: `The head names row ${head.position} as the newest, and there are rows after it.` };
  }
  if (head.hash !== last.hash) return { position: head.position, message: `The head has another hash than row ${head.position}, the newest.` };
  return null;
}

/** A chain that was rewritten from end to end is whole in itself: only what was noted elsewhere tells. */
function expectationFault(expected: ChainPoint, found: string | undefined, trimmed: ChainPoint, last: ChainPoint): ChainFault | null {
  const { position } = expected;
  if (found === expected.hash) return null;
  if (position > last.position) return { position: last.position + 1, message: `The chain ends at ${last.position}, before row ${position}, which was noted.` };
  if (found === undefined) return { position, message: `Row ${position}, which was noted, cannot be compared: retention has removed the rows up to ${trimmed.position}.` };
  return { position, message: `Row ${position} has another hash than was noted: the chain was rewritten at or before it.` };
}

const noId = '00000000-0000-0000-0000-000000000000';
const nowhere: ChainPoint = { position: 0, hash: '' };

/**
 * Walks an organisation's audit from the oldest row that is kept to the newest, works every hash out
 * again, and tells of the first row that was changed, removed, added or put elsewhere, or of an end that
 * was cut off. `expected` is a head that was noted earlier, to find out whether all of it was rewritten.
 */
export async function verifyAuditChain(db: TenantDatabase, expected?: ChainPoint): Promise<ChainReport> {
  let last: ChainPoint | null = null;
  let trimmed = nowhere;
  let cursor: [number, string] = [Number.MIN_SAFE_INTEGER, noId];
  let checked = 0;
  let noted: string | undefined;
  const note = (point: ChainPoint) => {
    if (point.position === expected?.position) noted = point.hash;
  };
  for (;;) {
    const rows = await readBatch(db, ...cursor);
    const [first] = rows;
    const head = first?.head_position == null ? null : { position: Number(first.head_position), hash: first.head_hash ?? '' };
    const start = { position: Number(first?.trimmed_position ?? 0), hash: first?.trimmed_hash ?? '' };
    const report = (fault: ChainFault | null): ChainReport => ({ checked, head: head ?? nowhere, trimmed, fault });
    // At the beginning, and where retention has come past this place meanwhile.
    if (last === null || start.position > last.position) {
      last = start;
      trimmed = start;
      note(start);
    }
    for (const row of rows) {
      if (row.position === null) continue;
      const fault = faultOf(db.organisationId, last, row);
      if (fault) return report(fault);
      last = { position: Number(row.position), hash: row.hash };
      cursor = [last.position, row.id];
      checked += 1;
      note(last);
    }
    if (rows.length === batchSize) continue;
    return report(endFault(last, head) ?? (expected ? expectationFault(expected, noted, trimmed, last) : null));
  }
}
