import { randomUUID } from 'node:crypto';
import type { JourneyDatabase } from './database.ts';
import type { Demo } from './demo.ts';
import type { Write } from './write.ts';

/** What the page of agreeing takes: a level that is agreed, and the person's dispute of what was agreed. */
export function answerWrites(database: JourneyDatabase, demo: Demo): Record<string, Write[]> {
  let count = 0;
  const newest = async (personId: string, source: string) => {
    const { rows } = await database.ownerPool.query<{ id: string; sequence: number }>(
      `select id, sequence::int from assessment where person_id::text = $1 and skill_id = $2 and source in (${source}) order by sequence desc limit 1`,
      [personId, demo.skill('User focus')],
    );
    return rows[0];
  };
  return {
    '/people/:personId/agree': [
      {
        needs: 'assess-agreed',
        named: 'in the address',
        body: async ({ value }) => {
          const skillId = demo.skill('User focus');
          const revision = (await newest(value, '1, 2, 3'))?.sequence ?? 0;
          return new URLSearchParams({ [`revision.${skillId}`]: String(revision), [`level.agreed.${skillId}`]: '2', [`note.${skillId}`]: `Agreed ${++count}` });
        },
      },
      {
        needs: 'dispute-level',
        named: 'in the address',
        body: async ({ value }) => {
          const skillId = demo.skill('User focus');
          return new URLSearchParams({ dispute: skillId, assessment: (await newest(value, '3'))?.id ?? randomUUID(), [`words.${skillId}`]: 'I lead the research with users.' });
        },
      },
    ],
  };
}
