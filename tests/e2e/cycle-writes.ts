import type { JourneyDatabase } from './database.ts';
import type { Demo } from './demo.ts';
import type { Write } from './write.ts';

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/**
 * Rounds: a planned one, later days for the open one, and somebody who sits it out and is asked again. Opening, closing and
 * deleting happen once to a round: tests/pages/cycles.test.ts asks those pages.
 */
export function cycleWrites(database: JourneyDatabase, demo: Demo): Record<string, Write[]> {
  let count = 0;
  const one = async <Row extends object>(query: string, ...values: unknown[]): Promise<Row> => (await database.ownerPool.query<Row>(query, values)).rows[0]!;
  const planned = (teamId: string) => ({
    name: `Round ${++count}`, teamId, opensOn: day(0), selfDueOn: day(14), managerDueOn: day(21), conversationDueOn: day(35), moderationDueOn: '', closesOn: day(42), hidesVoices: 'on', remindsByMail: 'on',
  });
  return {
    '/cycles/new': [{ needs: 'run-cycles', named: 'by the body', body: ({ value }) => new URLSearchParams(planned(value)) }],
    '/cycles/:cycleId/edit': [
      {
        needs: 'run-cycles',
        named: 'in the address',
        body: async () => {
          const { revision } = await one<{ revision: number }>('select revision from cycle where id = $1', demo.cycleId);
          const later = 40 + (++count % 20);
          return new URLSearchParams({ revision: String(revision), selfDueOn: day(later), managerDueOn: day(later), conversationDueOn: day(later + 1), closesOn: day(later + 2) });
        },
      },
    ],
    '/cycles/:cycleId/exempt': [
      { needs: 'run-cycles', named: 'in the address', body: () => new URLSearchParams({ personId: demo.person('Zainab Idris'), reason: `On leave ${++count}` }) },
      { needs: 'run-cycles', named: 'in the address', body: () => new URLSearchParams({ personId: demo.person('Zainab Idris'), do: 'ask-again' }) },
    ],
  };
}
