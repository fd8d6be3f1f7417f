import type { JourneyDatabase } from './database.ts';
import type { Demo } from './demo.ts';
import type { Write } from './write.ts';

/** What is done to the users of an organisation. Nobody is kept out for good, as each of them is asked again. */
export function usersWrites(database: JourneyDatabase, demo: Demo): Record<string, Write[]> {
  const grantsOf = async (userId: string) =>
    (
      await database.ownerPool.query<{ id: string }>('select id from access_grant where organisation_id = $1 and user_id::text = $2', [
        demo.id,
        userId,
      ])
    ).rows.map(({ id }) => id);
  return {
    '/settings/users/:userId': [
      { needs: 'manage-access', named: 'in the address', body: () => new URLSearchParams({ intent: 'restore' }) },
      {
        needs: 'manage-access',
        named: 'in the address',
        body: async ({ value }) => new URLSearchParams({ intent: 'grants', seen: (await grantsOf(value)).join(' '), 'grants.1.accessRole': 'team-member' }),
      },
      { needs: 'manage-access', named: 'in the address', body: () => new URLSearchParams({ intent: 'suspend' }) },
    ],
    '/settings/users/:userId/remove': [{ needs: 'manage-access', named: 'in the address', body: () => new URLSearchParams() }],
  };
}
