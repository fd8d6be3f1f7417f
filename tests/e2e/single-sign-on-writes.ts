import type { JourneyDatabase } from './database.ts';
import type { Demo } from './demo.ts';
import type { Write } from './write.ts';

/** The provider of the organisation, switched off, so that nobody outside is asked. */
export function singleSignOnWrites(database: JourneyDatabase, demo: Demo): Record<string, Write[]> {
  const revision = async (): Promise<number> => {
    const query = 'select revision from identity_provider where organisation_id = $1';
    return (await database.ownerPool.query<{ revision: number }>(query, [demo.id])).rows[0]?.revision ?? 0;
  };
  return {
    '/settings/single-sign-on': [
      {
        needs: 'manage-access',
        named: 'in the address',
        body: async () =>
          new URLSearchParams({ issuer: 'https://login.example.org', clientId: 'ours', clientSecret: 'quiet', label: 'Harbour account', revision: String(await revision()) }),
      },
    ],
  };
}
