import { recordAudit } from '#app/platform/audit.server.ts';
import type { Context } from '#app/platform/context.ts';

/** Notes that somebody took a person's records out of the service, or their own. */
export async function recordExport(context: Context, of: { personId: string } | { userId: string }): Promise<void> {
  const subject =
    'personId' in of
      ? { subjectKind: 'person' as const, subjectId: of.personId }
      : { subjectKind: 'user' as const, subjectId: of.userId };
  await context.db.transaction((tx) => recordAudit(tx, context, { action: 'export.person', ...subject }));
}
