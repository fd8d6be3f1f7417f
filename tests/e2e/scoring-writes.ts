import { readScores } from '#app/services/assessments/scoring/read-scores.server.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import type { JourneyDatabase } from './database.ts';
import type { Demo } from './demo.ts';
import type { Write } from './write.ts';

const rules = { below: '0', at: '1', above: '2', bestOf: '', unassessedAllowed: '40', bands: 'First: 1' };

/** Scoring schemes: a new one, new rules, and a score that is confirmed. */
export function scoringWrites(database: JourneyDatabase, demo: Demo): Record<string, Write[]> {
  let count = 0;
  const revision = async () =>
    (await database.ownerPool.query<{ revision: number }>('select revision from scoring_scheme where organisation_id = $1 and id = $2', [demo.id, demo.schemeId])).rows[0]!.revision;
  return {
    '/scoring/new': [{ needs: 'manage-scoring', named: 'in the address', body: async () => new URLSearchParams({ ...rules, name: `Scheme ${++count}` }) }],
    '/scoring/:schemeId': [
      { needs: 'manage-scoring', named: 'in the address', body: async () => new URLSearchParams({ ...rules, name: `Allowance ${++count}`, revision: String(await revision()) }) },
    ],
    '/scoring/:schemeId/:cycleId': [
      {
        needs: 'manage-scoring',
        named: 'in the address',
        body: async () => {
          const head = await contextAs(database, { accessRole: 'head-of-service', organisationId: demo.id, now: new Date() });
          const { people } = await readScores(head, demo.schemeId, demo.cycleId);
          const { id, suggestion } = people.find((person) => person.suggestion.isPossible)!;
          return new URLSearchParams({ personId: id, seenPoints: String(suggestion.points), band: suggestion.band ?? '', reason: `Look ${++count}` });
        },
      },
    ],
  };
}
