import { describe, expect, it } from 'vitest';
import { saysTwoFactors } from './second-factor-claims.ts';

describe('saysTwoFactors', () => {
  it.each([
    [{ amr: ['pwd', 'mfa'] }],
    [{ amr: ['hwk', 'pin'] }],
    [{ amr: ['sc', 'fpt'] }],
    [{ acr: 'http://schemas.openid.net/pape/policies/2007/06/multi-factor' }],
    [{ acr: 'https://refeds.org/profile/mfa' }],
  ])('takes %j for two', (claims) => {
    expect(saysTwoFactors(claims)).toBe(true);
  });

  it.each([
    [{}],
    [{ amr: ['pwd'] }],
    [{ amr: ['pwd', 'sms'] }],
    [{ amr: ['hwk'] }],
    [{ amr: ['pin'] }],
    [{ amr: 'mfa' }],
    [{ acr: '1' }],
    [{ acr: ['https://refeds.org/profile/mfa'] }],
    [{ amr: null, acr: null }],
  ])('takes %j for one', (claims) => {
    expect(saysTwoFactors(claims)).toBe(false);
  });
});
