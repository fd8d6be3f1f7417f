import { describe, expect, it } from 'vitest';
import { conditionalAnswer } from './conditional-answer.server.ts';

const asked = (address = '/cells?view=people', known?: string) =>
  new Request(`http://localhost:3000${address}`, known === undefined ? {} : { headers: { 'If-None-Match': known } });

async function answerTo(request: Request, revision = 'first') {
  let made = 0;
  const response = await conditionalAnswer(request, revision, async () => ({ made: (made += 1) }));
  return { status: response.status, text: await response.text(), made, tag: response.headers.get('ETag') ?? '' };
}

describe('an answer that is asked for on a condition', () => {
  it('comes in full with its tag', async () => {
    const { tag, ...answer } = await answerTo(asked());
    expect(answer).toEqual({ status: 200, text: '{"made":1}', made: 1 });
    expect(tag).toMatch(/^W\/"[\w-]{22}"$/);
  });

  it('is empty, and not made at all, where the request has it already', async () => {
    const { tag } = await answerTo(asked());
    for (const known of [tag, tag.slice(2), `"other", ${tag}`, `${tag},"other"`]) {
      expect(await answerTo(asked(undefined, known))).toEqual({ status: 304, text: '', made: 0, tag });
    }
  });

  it('comes in full where the revision, or the address, is another one', async () => {
    const { tag } = await answerTo(asked());
    expect((await answerTo(asked(undefined, tag), 'second')).status).toBe(200);
    expect((await answerTo(asked('/cells?view=teams', tag))).status).toBe(200);
    expect((await answerTo(asked(undefined, '*'))).status).toBe(200);
  });
});
