import type { JourneyDatabase } from './database.ts';
import type { Demo } from './demo.ts';
import type { Write } from './write.ts';

/** Moderation: taking back a sign-off, which may be none, and keeping a level with a reason. */
export function moderationBoardWrites(database: JourneyDatabase, demo: Demo): Record<string, Write[]> {
  let count = 0;
  return {
    '/cycles/:cycleId/moderation': [
      { needs: 'moderate-levels', named: 'in the address', body: () => new URLSearchParams({ do: 'undo', personIds: demo.person('Natalie Coombes') }) },
    ],
    '/people/:personId/moderation/:skillId': [
      {
        needs: 'moderate-levels',
        named: 'in the address',
        body: async ({ value }) => {
          const { rows } = await database.ownerPool.query<{ sequence: string; dispute: string }>(
            `select sequence, coalesce((select id::text from dispute where person_id::text = $1 and skill_id = $2 and settled_at is null), '') as dispute
               from assessment where person_id::text = $1 and skill_id = $2 and source = 3 order by assessed_on desc, sequence desc limit 1`,
            [value, demo.skill('User focus')],
          );
          return new URLSearchParams({ kind: 'kept', answer: '', reason: `As the evidence shows ${++count}`, agreedSequence: rows[0]?.sequence ?? '0', disputeId: rows[0]?.dispute ?? '' });
        },
      },
    ],
  };
}
