import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgePassword } from './judge-password.ts';

const email = 'ada.example@example.org';

describe('judgePassword', () => {
  it('takes long passwords of any signs', () => {
    expect(judgePassword('three plain words', email)).toBeNull();
    expect(judgePassword('åäöåäöåäö!', email)).toBeNull();
    expect(judgePassword('x7'.padEnd(200, 'plain words '), email)).toBeNull();
  });

  it.each([
    ['nine sign', 'at least 10'],
    ['🙂🙂🙂🙂🙂🙂🙂🙂🙂', 'at least 10'],
    ['', 'at least 10'],
    ['y'.repeat(100) + 'z'.repeat(101), 'at most 200'],
    ['Ada.Example@Example.org', 'not your e-mail address'],
    ['Password-123', 'harder to guess'],
    ['qwertyuiop', 'harder to guess'],
    ['aaaaaaaaaaaa', 'harder to guess'],
    ['abcabcabcabc', 'harder to guess'],
  ])('refuses %j', (password, words) => {
    expect(judgePassword(password, email)).toContain(words);
  });

  it('never takes fewer than ten characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 9 }), (password) => {
        fc.pre([...password].length < 10);
        expect(judgePassword(password, email)).not.toBeNull();
      }),
    );
  });
});
