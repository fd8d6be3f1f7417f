import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markChangedWords } from './mark-changed-words.ts';

const changed = (runs: readonly { text: string; isChanged: boolean }[]) => runs.filter((run) => run.isChanged).map(({ text }) => text.trim());

describe('markChangedWords', () => {
  it('marks the words that only one side has', () => {
    const { before, after } = markChangedWords('help customers with their requests', 'help clients with all their requests');
    expect(changed(before)).toEqual(['customers']);
    expect(changed(after)).toEqual(['clients', 'all']);
  });

  it('marks nothing in equal lines and everything against an empty one', () => {
    expect(changed(markChangedWords('the same', 'the same').after)).toEqual([]);
    expect(markChangedWords('', 'all of it')).toEqual({ before: [], after: [{ text: 'all of it', isChanged: true }] });
  });

  it('takes a very long line for one run', () => {
    const long = 'word '.repeat(400);
    expect(markChangedWords(long, 'short').before).toEqual([{ text: long, isChanged: true }]);
  });

  it('loses nothing of a line, and leaves unmarked the same words on both sides', () => {
    const line = fc.array(fc.constantFrom('plan', 'run', 'learn', 'a', 'the'), { maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(line, line, (was, is) => {
        const { before, after } = markChangedWords(was, is);
        const kept = (runs: typeof before) => runs.filter((run) => !run.isChanged).map(({ text }) => text).join('');
        expect(before.map(({ text }) => text).join('')).toBe(was);
        expect(after.map(({ text }) => text).join('')).toBe(is);
        expect(kept(before)).toBe(kept(after));
      }),
    );
  });
});
