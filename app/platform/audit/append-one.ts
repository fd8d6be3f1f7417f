import { auditPart } from '#app/domain/access/audit-part.ts';
import type { AuditFacts } from '#app/domain/access/audit-text.ts';
import type { Statement } from '#db/statement.ts';

/**
 * `$2` and `$3` are the parts of the row's text between the hash before and the position, and behind it (auditText). The head is held and
 * moved in the same statement. Where there is none the row has no position, which the table refuses.
 */
const text = `
  with before as materialized (
    select position, hash from audit_head where organisation_id = $1 for update
  ), moved as (
    update audit_head set position = before.position + 1, hash = encode(sha256(convert_to(concat(
      octet_length(before.hash), ':', before.hash, chr(10), $2::text, octet_length((before.position + 1)::text), ':', before.position + 1, chr(10), $3::text
    ), 'UTF8')), 'hex')
    from before where audit_head.organisation_id = $1
    returning audit_head.position, audit_head.hash, before.hash as previous_hash
  )
  insert into audit_event (organisation_id, position, previous_hash, hash, id, at, actor_user_id, actor_name, action, subject_kind, subject_id, detail)
  select $1, moved.position, moved.previous_hash, moved.hash, $4, $5, $6, $7, $8, $9, $10, $11 from (values (1)) always left join moved on true`;

/**
 * Puts one row behind the newest of an organisation's chain, which has one: in one statement, so that it can travel with the commit and
 * nobody waits for more than that. What is put there is what appending by auditText puts there.
 */
export function appendOne({ organisationId, id, at, actorUserId, actorName, action, subjectKind, subjectId, detail }: Omit<AuditFacts, 'position'>): Statement {
  const behind = [id, at, actorUserId ?? '', actorName, action, subjectKind, subjectId, detail].map(auditPart).join('');
  return { text, values: [organisationId, auditPart(organisationId), behind, id, at, actorUserId, actorName, action, subjectKind, subjectId, detail] };
}
