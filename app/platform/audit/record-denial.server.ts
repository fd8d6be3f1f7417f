import type { Action } from '#app/domain/access/action.ts';
import type { OwnDeed } from '#app/domain/access/own-deed.ts';
import type { AccessSubject } from '#app/domain/access/viewer.ts';
import { tenantDatabase } from '#db/tenant.ts';
import { type AuditEntry, recordAudit } from './audit.server.ts';
import type { Context } from '#app/platform/context.ts';
import { afterAnswer } from '#app/platform/request-scope.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';

function subjectOf({ personId, teamId, userId }: AccessSubject, organisationId: string): Pick<AuditEntry, 'subjectKind' | 'subjectId'> {
  if (personId) return { subjectKind: 'person', subjectId: personId };
  if (userId) return { subjectKind: 'user', subjectId: userId };
  if (teamId) return { subjectKind: 'team', subjectId: teamId };
  return { subjectKind: 'organisation', subjectId: organisationId };
}

/**
 * Has a refusal recorded once the answer has left: the transaction it happens in is about to be undone,
 * so it takes one of its own. Outside a request, as in a command, nothing is refused by surprise and
 * nothing is recorded.
 */
export function recordDenial({ viewer, now }: Pick<Context, 'viewer' | 'now'>, wanted: Action | OwnDeed, subject: AccessSubject): void {
  const { organisationId } = viewer;
  afterAnswer(async () => {
    const entry: AuditEntry = { action: 'access.deny', ...subjectOf(subject, organisationId), detail: { wanted } };
    await tenantDatabase(runtime().pool, organisationId).transaction((tx) => recordAudit(tx, { viewer, now }, entry));
  });
}
