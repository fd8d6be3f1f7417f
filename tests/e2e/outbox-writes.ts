import { randomUUID } from 'node:crypto';
import { mail } from '#db/schema/index.ts';
import type { JourneyDatabase } from './database.ts';
import type { Demo } from './demo.ts';
import type { Write } from './write.ts';

const kinds = { resend: 'to be sent again', discard: 'to be discarded' };

/** Puts a mail into the outbox for each thing that can be done with one. */
export async function addWaitingMails(database: JourneyDatabase, organisationId: string): Promise<void> {
  const at = new Date();
  const waiting = { organisationId, toAddress: 'ada@example.org', toName: 'Ada', subject: 'A mail', body: 'Hello', state: 'waiting' as const };
  await database.tenant(organisationId).transaction((tx) =>
    tx.insert(mail).values(Object.values(kinds).map((kind) => ({ ...waiting, id: randomUUID(), kind, createdAt: at, nextAttemptAt: at }))),
  );
}

/** What is done with mails. They have to be there already: a write that is refused must change nothing. */
export function outboxWrites(database: JourneyDatabase, demo: Demo): Record<string, Write[]> {
  const body = (deed: keyof typeof kinds) => async () => {
    const { rows } = await database.ownerPool.query<{ id: string }>('select id from mail where organisation_id = $1 and kind = $2', [demo.id, kinds[deed]]);
    return new URLSearchParams({ do: deed, mail: rows[0]?.id ?? randomUUID() });
  };
  return {
    '/settings/outbox': [
      { needs: 'manage-access', named: 'in the address', body: body('resend') },
      { needs: 'manage-access', named: 'in the address', body: body('discard') },
    ],
  };
}
