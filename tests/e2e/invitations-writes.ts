import { randomUUID } from 'node:crypto';
import type { JourneyDatabase } from './database.ts';
import type { Demo } from './demo.ts';
import type { Write } from './write.ts';

/** Who is invited, and what becomes of it: each that is sent is there to be sent again and revoked. */
export function invitationsWrites(database: JourneyDatabase, demo: Demo): Record<string, Write[]> {
  let count = 0;
  const openOne = async () => {
    const { rows } = await database.ownerPool.query<{ id: string }>(
      'select id from invitation where organisation_id = $1 and accepted_at is null and revoked_at is null limit 1',
      [demo.id],
    );
    return rows[0]?.id ?? randomUUID();
  };
  return {
    '/settings/invitations/new': [
      {
        needs: 'manage-access',
        named: 'in the address',
        body: () =>
          new URLSearchParams({
            name: 'Ida Invited',
            email: `invited-${demo.id}-${++count}@example.org`,
            personId: '',
            'grants.1.accessRole': 'analyst',
            'grants.1.teamId': 'all',
            'grants.1.roleId': '',
          }),
      },
    ],
    '/settings/invitations': [
      { needs: 'manage-access', named: 'in the address', body: async () => new URLSearchParams({ resend: await openOne() }) },
      { needs: 'manage-access', named: 'in the address', body: async () => new URLSearchParams({ revoke: await openOne() }) },
    ],
  };
}
