import { expect, test } from 'vitest';
import { bodyLimit } from './body-limits.server.ts';

const kilobytes = (path: string) => bodyLimit(path).bytes / 1024;

test.each([
  '/sign-in',
  '/sign-in.data',
  '/sign-in/second-factor',
  '/sign-in/passkey.data',
  '/sign-out',
  '/first-run',
  '/forgotten-password',
  '/reset-password',
  '/reset-password/a-token.data',
  '/invitation/a-token',
  '/account',
  '/account/password.data',
])('%s takes a few short fields', (path) => {
  expect(kilobytes(path)).toBe(16);
});

test.each(['/accounting', '/sign-inside', '/people/x/assess', '/invitations'])('%s is an ordinary form', (path) => {
  expect(kilobytes(path)).toBe(1024);
});

test('files are taken where frameworks are read in, and nowhere else', () => {
  expect([kilobytes('/framework/import'), kilobytes('/framework/import.data')]).toEqual([10 * 1024, 10 * 1024]);
  expect([kilobytes('/framework/imports'), kilobytes('/x/framework/import')]).toEqual([1024, 1024]);
});
