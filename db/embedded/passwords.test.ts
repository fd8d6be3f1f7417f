import { rmSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { useTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { databasePasswords } from './passwords.ts';
import { StartProblem } from './start-problem.ts';

const path = useTemporaryFolder();

describe('the passwords of the embedded database', () => {
  it('are made once, differ from each other and are for the present user alone', () => {
    const made = databasePasswords(path('one'), false);
    expect(made.owner).not.toBe(made.app);
    expect(made.owner).toMatch(/^[\w-]{32}$/);
    expect(statSync(path('one')).mode & 0o777).toBe(0o600);
    expect(databasePasswords(path('one'), true)).toEqual(made);
    expect(databasePasswords(path('one'), false)).toEqual(made);
    expect(databasePasswords(path('two'), false).owner).not.toBe(made.owner);
  });

  it('are not made anew for a database that knows others', () => {
    databasePasswords(path('lost'), false);
    rmSync(path('lost'));
    expect(() => databasePasswords(path('lost'), true)).toThrow(StartProblem);
    writeFileSync(path('lost'), '{"owner":');
    expect(() => databasePasswords(path('lost'), true)).toThrow(/is damaged/);
  });

  it('replace a damaged file that no database knows', () => {
    writeFileSync(path('early'), '');
    const made = databasePasswords(path('early'), false);
    expect(databasePasswords(path('early'), true)).toEqual(made);
  });
});
