import type { JourneyDatabase } from './database.ts';
import type { Demo } from './demo.ts';
import type { Write } from './write.ts';

/** Job descriptions: a draft of any role level, and an edit of the one that the demo has. */
export function jobWrites(database: JourneyDatabase, demo: Demo): Record<string, Write[]> {
  const one = async <Row extends object>(query: string, ...values: unknown[]): Promise<Row> =>
    (await database.ownerPool.query<Row>(query, values)).rows[0]!;
  return {
    '/framework/job-descriptions/new': [
      {
        needs: 'write-job-descriptions',
        named: 'in the address',
        body: async () => {
          const { id } = await one<{ id: string }>('select id from role_level where organisation_id = $1 order by id limit 1', demo.id);
          return new URLSearchParams({ roleLevelId: id, gap: 'continuity-management:2' });
        },
      },
    ],
    '/framework/job-descriptions/:jobDescriptionId': [
      {
        needs: 'write-job-descriptions',
        named: 'in the address',
        body: async () => {
          const { revision } = await one<{ revision: number }>('select revision from job_description where organisation_id = $1 and id = $2', demo.id, demo.jobDescriptionId);
          return new URLSearchParams({ revision: String(revision), title: `Post ${revision}`, advert: 'Come', 'area-0': 'Continuity', 'essential-0': 'plan' });
        },
      },
    ],
  };
}
