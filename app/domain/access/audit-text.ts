import { auditPart } from './audit-part.ts';

/** One row of the audit, as far as its hash covers it. */
export interface AuditFacts {
  organisationId: string;
  /** 1, 2, 3 ... in each organisation. */
  position: number;
  id: string;
  /** ISO 8601 in UTC with milliseconds, as Date's toISOString writes it. */
  at: string;
  /** Null for a key, a command or a job. */
  actorUserId: string | null;
  actorName: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  /** The JSON text of the detail, sign for sign as it is stored. */
  detail: string;
}

/**
 * The text whose SHA-256 is the hash of an audit row: the hash of the row before it (empty before the
 * first), then every fact, each with its length in bytes in front, so that no two rows have the same text.
 * A chain of hashes in this way is what Haber and Stornetta describe for time-stamping documents (1991).
 */
export function auditText(previousHash: string, facts: AuditFacts): string {
  const parts = [
    previousHash,
    facts.organisationId,
    String(facts.position),
    facts.id,
    facts.at,
    facts.actorUserId ?? '',
    facts.actorName,
    facts.action,
    facts.subjectKind,
    facts.subjectId,
    facts.detail,
  ];
  return parts.map(auditPart).join('');
}
