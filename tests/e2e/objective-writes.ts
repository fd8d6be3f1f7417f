import type { Demo } from './demo.ts';
import type { Write } from './write.ts';

/** What the page of one objective takes: a new one. What becomes of one is asked of the services. */
export function objectiveWrites(demo: Demo): Record<string, Write[]> {
  let count = 0;
  const inAYear = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);
  return {
    '/people/:personId/objectives/write': [
      {
        needs: 'write-objectives',
        named: 'in the address',
        body: () => new URLSearchParams({ skillId: demo.skill('Testing'), words: `Take part in test ${++count}`, targetLevel: '2', dueOn: inAYear }),
      },
    ],
  };
}
