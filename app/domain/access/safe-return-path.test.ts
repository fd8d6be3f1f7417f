import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeReturnPath } from './safe-return-path.ts';

describe('safeReturnPath', () => {
  it('keeps a path of this service, with what stands behind it', () => {
    expect(safeReturnPath('/teams/1?asOf=2026-01-01#flags')).toBe('/teams/1?asOf=2026-01-01#flags');
    expect(safeReturnPath('/')).toBe('/');
  });

  it.each([
    null,
    undefined,
    '',
    'teams',
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example/',
    '/.//evil.example/',
    '/teams/..//evil.example',
    'javascript:alert(1)',
  ])('leads to the start page for %j', (asked) => {
    expect(safeReturnPath(asked)).toBe('/');
  });

  it('stays on this site, whatever was asked', () => {
    const sign = fc.constantFrom('/', '\\', '.', '..', ':', '@', '?', '#', '%2f', '\t', '\n', 'evil.example', 'a');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 8 }), (signs) => {
        const path = safeReturnPath(`/${signs.join('')}`);
        expect(new URL(path, 'https://skills.example.org').origin).toBe('https://skills.example.org');
      }),
    );
  });
});
