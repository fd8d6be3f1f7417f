import { retentionPeriods } from '#app/domain/privacy/retention-periods.ts';
import type { JourneyDatabase } from './database.ts';
import type { Demo } from './demo.ts';
import type { Write } from './write.ts';

/** The organisation's settings, its texts and how long it keeps what. */
export function privacyWrites(database: JourneyDatabase, demo: Demo): Record<string, Write[]> {
  const settings = async () => {
    const { rows } = await database.ownerPool.query<{ name: string; revision: string }>('select name, settings_revision::text as revision from organisation where id = $1', [demo.id]);
    return rows[0]!;
  };
  const revisionOf = async (kind: string) => {
    const { rows } = await database.ownerPool.query<{ revision: string }>('select revision::text from organisation_notice where organisation_id = $1 and kind = $2', [demo.id, kind]);
    return rows[0]?.revision ?? '0';
  };
  return {
    '/settings/organisation': [
      { needs: 'manage-settings', named: 'in the address', body: async () => new URLSearchParams({ ...(await settings()), reviewPeriodDays: '365' }) },
    ],
    '/settings/retention': [
      {
        needs: 'manage-settings',
        named: 'in the address',
        body: async () => {
          const days = Object.entries(retentionPeriods([])).map(([name, keepDays]): [string, string] => [name, String(keepDays)]);
          return new URLSearchParams([...days, ['revision', (await settings()).revision]]);
        },
      },
    ],
    '/settings/notices/:noticeKind': [
      {
        needs: 'manage-settings',
        named: 'in the address',
        body: async ({ value }) => new URLSearchParams({ body: '## In our own words\n\n- One\n- Two', revision: await revisionOf(value) }),
      },
    ],
  };
}
