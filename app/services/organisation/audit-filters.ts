import type { AuditGroup } from '#app/domain/access/audit-groups.ts';

/** What part of the audit is asked for; what is left out does not narrow it. */
export interface AuditFilters {
  /** ISO dates of the United Kingdom, both included. */
  from?: string;
  to?: string;
  /** Part of the name of who did it, or their id. */
  who?: string;
  group?: AuditGroup;
  /** Part of the name, or the id, of the person, team or user that it was done to. */
  subject?: string;
}

/** A row of the audit with what people call its subject. */
export interface AuditLine {
  position: number;
  at: Date;
  actorUserId: string | null;
  actorName: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  /** "the team Lights"; an id where the thing is gone. */
  subject: string;
  detail: Record<string, unknown>;
  hash: string;
}
