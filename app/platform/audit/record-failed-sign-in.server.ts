import { and, eq, gt } from 'drizzle-orm';
import { auditEvent } from '#db/schema/index.ts';
import { tenantDatabase } from '#db/tenant.ts';
import { recordAudit } from './audit.server.ts';
import { organisationsOf } from '#app/platform/session/complete-sign-in.server.ts';
import { afterAnswer, requestScope } from '#app/platform/request-scope.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { throttleLimits } from '#app/platform/throttle/throttle-limits.ts';

/** Somebody who is held back can go on knocking: it is noted once for as long as a count of the throttle lasts. */
async function note(organisationId: string, userId: string, action: FailedSignIn, source: string, at: Date): Promise<void> {
  await tenantDatabase(runtime().pool, organisationId).transaction(async (tx) => {
    if (action === 'sign-in.throttled') {
      const since = new Date(at.getTime() - throttleLimits['sign-in'].seconds * 1000);
      const [known] = await tx
        .select({ id: auditEvent.id })
        .from(auditEvent)
        .where(
          and(
            eq(auditEvent.organisationId, organisationId),
            eq(auditEvent.subjectId, userId),
            eq(auditEvent.action, action),
            gt(auditEvent.at, since),
          ),
        )
        .limit(1);
      if (known) return;
    }
    const nobody = { userId: null, name: 'Somebody who is not signed in', organisationId };
    await recordAudit(tx, { viewer: nobody, now: at }, { action, subjectKind: 'user', subjectId: userId, detail: { source } });
  });
}

export type FailedSignIn = 'sign-in.fail' | 'sign-in.throttled';

/**
 * Has an attempt to sign in that came to nothing recorded in every organisation of the user, once the
 * answer has left: its time must not tell whether there is such a user. Null is nobody, and is not recorded.
 */
export function recordFailedSignIn(userId: string | null, action: FailedSignIn): void {
  const { source } = requestScope();
  const at = runtime().now();
  afterAnswer(async () => {
    if (userId === null) return;
    for (const organisationId of await organisationsOf(userId)) await note(organisationId, userId, action, source, at);
  });
}
