import pino from 'pino';
import { afterEach, expect, it } from 'vitest';
import { handleError } from '#app/entry.server.tsx';
import { provideRuntime, runtime } from '#app/platform/runtime.server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';

useTestRuntime(useTestDatabase());
const lines: string[] = [];
afterEach(() => void lines.splice(0));

/** What the log holds once Remix has met this error. */
function logged(error: unknown): string[] {
  const before = runtime();
  provideRuntime({ ...before, log: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }) });
  try {
    handleError(error, { request: new Request('http://localhost:3000/notices?name=Ada', { method: 'POST' }), params: {}, context: { cspNonce: '', sourceAddress: '' } });
  } finally {
    provideRuntime(before);
  }
  return lines;
}

const answered = (status: number) => ({ status, statusText: '', internal: true, data: 'Error' });

it('an error of ours is logged, with the path alone', () => {
  expect(logged(new Error('out of order')).join()).toContain('"path":"/notices","msg":"request failed"');
});

it.each([400, 403, 404, 405])('what a sender did wrong (%d) is no error of ours: nobody can fill the log with such', (status) => {
  expect(logged(answered(status))).toEqual([]);
});

it('an answer of 500 and above is', () => {
  expect(logged(answered(500))).toHaveLength(1);
});
