import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmail } from './is-email.ts';
import { tidyEmail } from './tidy-email.ts';

describe('e-mail addresses', () => {
  it('are told from what cannot be one', () => {
    expect(['ada@example.org', "o'neil+work@sub.example.org", 'ada@localhost'].map(isEmail)).toEqual([true, true, true]);
    expect(['', 'ada', '@example.org', 'ada@', 'a b@example.org', 'a@b@c'].map(isEmail)).toEqual(Array(6).fill(false));
    expect(isEmail(`${'a'.repeat(254)}@example.org`)).toBe(false);
  });

  it('are compared without blanks around them and without case', () => {
    expect(tidyEmail(' Ada@Example.ORG ')).toBe('ada@example.org');
  });

  it('are tidied once and for all', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        expect(tidyEmail(tidyEmail(email))).toBe(tidyEmail(email));
      }),
    );
  });
});
