import type { PersonalData } from '#app/domain/privacy/personal-data.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context } from '#app/platform/context.ts';
import { deny } from '#app/platform/audit/deny.server.ts';
import { readDataSubject } from './read-data-subject.server.ts';
import { readPersonalData } from './read-personal-data.server.ts';

/**
 * Everything that is recorded about the viewer: their account and what the organisation that they look
 * at holds. A session on the word of that organisation does not open the account. That it was asked for is
 * recorded in the same transaction. Throws 403 for a key.
 */
export async function readOwnData(context: Context, as: 'page' | 'file'): Promise<PersonalData> {
  const { userId, organisationId, session } = context.viewer;
  if (userId === null) return deny(context, 'use-own-account');
  const withAccount = session !== undefined && !session.isBound;
  return context.db.transaction(async (tx) => {
    const subject = await readDataSubject(tx, organisationId, { userId });
    if (!subject) return deny(context, 'read-own-data');
    await recordAudit(tx, context, { action: 'export.person', subjectKind: 'user', subjectId: userId, detail: { as, own: true } });
    return readPersonalData(tx, subject, { now: context.now, withAccount, withOwnWords: true });
  });
}
