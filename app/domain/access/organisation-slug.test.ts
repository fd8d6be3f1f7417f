import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { organisationSlug } from './organisation-slug.ts';

describe('organisationSlug', () => {
  it('keeps letters and digits, without accents', () => {
    expect(organisationSlug('Office of Example Affairs')).toBe('office-of-example-affairs');
    expect(organisationSlug('  Swyddfa Tŷ (2) ')).toBe('swyddfa-ty-2');
  });

  it('has an answer for a name without any', () => {
    expect(organisationSlug('財務省')).toBe('organisation');
    expect(organisationSlug('')).toBe('organisation');
  });

  it('is always a short word of an address', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (name) => {
        expect(organisationSlug(name)).toMatch(/^(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });
});
