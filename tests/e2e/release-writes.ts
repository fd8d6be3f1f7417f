import { readFileSync } from 'node:fs';
import type { JourneyDatabase } from './database.ts';
import type { Subject } from './subjects.ts';
import type { Write } from './write.ts';

/** Handing documents in, and what is done with a release. Publishing, discarding and taking back end one: tests/pages/framework-releases.test.ts asks who may. */
export function releaseWrites(database: JourneyDatabase): Record<string, Write[]> {
  const revisionOf = async ({ value }: Subject) => {
    const { rows } = await database.ownerPool.query<{ revision: number }>('select revision from framework_release where id::text = $1', [value]);
    return String(rows[0]?.revision ?? 0);
  };
  return {
    '/framework/import': [
      {
        needs: 'import-framework',
        named: 'in the address',
        body: () => {
          const form = new FormData();
          form.set('files', new File([readFileSync('tests/fixtures/framework/roles.csv')], 'roles.csv'));
          return form;
        },
      },
    ],
    '/framework/releases/:releaseId': [
      {
        needs: 'import-framework',
        named: 'in the address',
        body: async (subject) => new URLSearchParams({ do: 'accept', revision: await revisionOf(subject) }),
      },
      {
        needs: 'import-framework',
        named: 'in the address',
        body: async (subject) => new URLSearchParams({ do: 'compare', revision: await revisionOf(subject) }),
      },
    ],
  };
}

/** How many uploads are still being read, which goes on after the answer. */
export async function uploadsInReading(database: JourneyDatabase, organisationId: string): Promise<number> {
  const { rows } = await database.ownerPool.query(`select 1 from framework_release where organisation_id = $1 and state = 'reading'`, [organisationId]);
  return rows.length;
}
