import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testSettings, useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { seal, SealedOtherwise, unseal } from './secret-box.server.ts';

useTestRuntime(useTestDatabase());

describe('a sealed secret', () => {
  it('opens to what it was, for what it was sealed for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (secret, purpose) => {
        expect(unseal(seal(secret, purpose), purpose)).toBe(secret);
      }),
    );
  });

  it('does not show what it holds, and looks different each time', () => {
    const [one, two] = [seal('hunter22', 'mail-link'), seal('hunter22', 'mail-link')];
    expect(one).not.toBe(two);
    expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('hunter22');
  });

  it('opens for no other purpose and with no other key', () => {
    const sealed = seal('hunter22', 'mail-link');
    expect(unseal(sealed, 'mail-link', testSettings.secretKey)).toBe('hunter22');
    expect(() => unseal(sealed, 'totp')).toThrow(SealedOtherwise);
    expect(() => unseal(sealed, 'mail-link ')).toThrow(SealedOtherwise);
    expect(() => unseal(sealed, 'mail-link', Buffer.alloc(32, 8))).toThrow(SealedOtherwise);
  });

  it('opens no more once any of its bytes is changed, left out or added', () => {
    const bytes = Buffer.from(seal('hunter22', 'mail-link'), 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect(() => unseal(changed.toString('base64url'), 'mail-link'), `byte ${at}`).toThrow(SealedOtherwise);
      // A shorter tag would be a weaker one: four bytes of it can be guessed.
      expect(() => unseal(bytes.subarray(0, at).toString('base64url'), 'mail-link'), `${at} bytes`).toThrow(SealedOtherwise);
    }
    expect(() => unseal(Buffer.concat([bytes, Buffer.alloc(1)]).toString('base64url'), 'mail-link')).toThrow(SealedOtherwise);
    expect(() => unseal('', 'mail-link')).toThrow(SealedOtherwise);
    expect(unseal(bytes.toString('base64url'), 'mail-link')).toBe('hunter22');
  });
});
