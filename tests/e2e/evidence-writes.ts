import type { Demo } from './demo.ts';
import type { Write } from './write.ts';

/** What the page of one piece of evidence takes: a new one. Whose piece may be changed is asked of the service. */
export function evidenceWrites(demo: Demo): Record<string, Write[]> {
  let count = 0;
  return {
    '/people/:personId/evidence/write': [
      {
        needs: 'write-evidence',
        named: 'in the address',
        body: () => new URLSearchParams({ fields: 'one', skillId: demo.skill('Testing'), summary: `Seen at work ${++count}`, links: '', happenedOn: '', happenedUntil: '' }),
      },
    ],
  };
}
