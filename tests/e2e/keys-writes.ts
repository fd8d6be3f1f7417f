import { randomUUID } from 'node:crypto';
import { createApiKey } from '#app/services/accounts/create-api-key.server.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import type { JourneyDatabase } from './database.ts';
import type { Demo } from './demo.ts';
import type { Write } from './write.ts';

/** The keys of the API: nobody in the demo may make one, and one that no asker holds is there to be revoked. */
export function keysWrites(database: JourneyDatabase, demo: Demo): Record<string, Write[]> {
  const spare = async () =>
    (await database.ownerPool.query<{ id: string }>(`select id from api_key where organisation_id = $1 and name = 'To be revoked'`, [demo.id])).rows[0]?.id;
  return {
    '/settings/keys': [
      { needs: 'make-key', named: 'in the address', body: () => new URLSearchParams({ name: 'Staff list', access: 'read' }) },
      { needs: 'manage-access', named: 'in the address', body: async () => new URLSearchParams({ revoke: (await spare()) ?? randomUUID() }) },
    ],
  };
}

/** Makes the key that is to be revoked. */
export async function addSpareKey(database: JourneyDatabase, organisationId: string): Promise<void> {
  const maker = await contextAs(database, { accessRole: 'administrator', organisationId, alsoLeads: true, now: new Date() });
  await createApiKey(maker, { name: 'To be revoked', access: 'read' });
}
