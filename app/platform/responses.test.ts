import { expect, test } from 'vitest';
import { tooManyRequests } from './responses.server.ts';

test('too many requests: the header says when to come again, and so does the body, to the page and to a person', async () => {
  const answer = tooManyRequests(200);
  expect([answer.status, answer.statusText, answer.headers.get('Retry-After')]).toEqual([429, 'Too Many Requests', '200']);
  expect(await answer.json()).toEqual({ retryAfterSeconds: 200, detail: 'Too many attempts. Try again in 4 minutes.' });
});
