import { randomUUID } from 'node:crypto';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Bench } from './open-bench.ts';

const insertQuery = `
  insert into audit_event (organisation_id, id, position, at, actor_user_id, actor_name, action, subject_kind, subject_id, detail, previous_hash, hash)
  values ($1, $2, $3, now(), $4, 'Bench', 'bench', 'organisation', $5, '{"turn": 1}', repeat('0', 64), repeat('1', 64))`;

/** Far above the chain, which the bare rows are no part of. */
const firstPosition = 1_000_000_000;

/** What one row of the audit costs: put in bare by the owner, and chained by ours in a transaction of its own. */
export function auditJobs({ context, owner }: Bench) {
  const { organisationId } = context.db;
  let turn = 0;
  const insert = () => {
    turn += 1;
    return owner.query({ text: insertQuery, values: [organisationId, randomUUID(), firstPosition + turn, context.viewer.userId, organisationId] });
  };
  const record = () =>
    context.db.transaction((tx) =>
      recordAudit(tx, context, { action: 'bench', subjectKind: 'organisation', subjectId: organisationId, detail: { turn: 1 } }),
    );
  return { insert, record };
}
