import { describe, expect, it } from 'vitest';
import { StartProblem } from '#db/embedded/start-problem.ts';
import { readEnv } from './env.server.ts';

describe('readEnv', () => {
  it('has an answer for everything that is not set, or empty', () => {
    const env = {
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      databaseOwnerUrl: undefined,
      dataFolder: '.data',
      origin: undefined,
      secretKey: undefined,
      smtpUrl: undefined,
      mailFrom: undefined,
      trustedProxies: 0,
      logLevel: 'info',
      isProduction: false,
    };
    expect(readEnv({})).toEqual(env);
    expect(readEnv({ PORT: '', ORIGIN: '', DATABASE_URL: '' })).toEqual(env);
  });

  it('takes what is set', () => {
    const env = readEnv({ PORT: '8080', ORIGIN: 'https://Skills.example.org/', TRUST_PROXY: '2', NODE_ENV: 'production' });
    for (const local of ['http://localhost:8080', 'http://127.0.0.1:3000', 'http://[::1]:3000']) expect(readEnv({ ORIGIN: local }).origin).toBe(local);
    expect(env).toMatchObject({ port: 8080, origin: 'https://skills.example.org', trustedProxies: 2, isProduction: true });
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['ORIGIN', 'skills.example.org'],
    ['ORIGIN', 'http://skills.example.org'],
    ['ORIGIN', 'http://localhost.example.org'],
    ['ORIGIN', 'https://skills.example.org/path'],
    ['TRUST_PROXY', 'true'],
    ['LOG_LEVEL', 'loud'],
  ])('says in one sentence that %s cannot be %s', (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(StartProblem);
    expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`^${name} must be .*, not "${value}"\\.$`));
  });

  it('does not repeat an address that may hold a password', () => {
    expect(() => readEnv({ DATABASE_URL: 'mysql://me:secret@host/name' })).toThrow(/^DATABASE_URL must be [^"]*\.$/);
  });
});
