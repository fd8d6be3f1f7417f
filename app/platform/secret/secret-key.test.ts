import { chmodSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StartProblem } from '#db/embedded/start-problem.ts';
import { childScript } from '#tests/helpers/child-script.ts';
import { useTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { secretKey } from './secret-key.server.ts';

const inFolder = useTemporaryFolder();

describe('the secret key', () => {
  it('is the one that is given, and then none is made', () => {
    const folder = inFolder('given');
    expect(secretKey('0f'.repeat(32), folder)).toEqual(Buffer.alloc(32, 0x0f));
    expect(() => statSync(folder)).toThrow('ENOENT');
  });

  it('is made once, for the present user alone, and found again at every start', () => {
    const folder = inFolder('made', 'deeper');
    const key = secretKey(undefined, folder);
    expect(key).toHaveLength(32);
    expect(readdirSync(folder)).toEqual(['secret-key']);
    expect(statSync(join(folder, 'secret-key')).mode & 0o777).toBe(0o600);
    expect(secretKey(undefined, folder)).toEqual(key);
    expect(secretKey(undefined, inFolder('another'))).not.toEqual(key);
  });

  it.each(['', 'short', `${'0'.repeat(63)}g`, '0'.repeat(65)])('is refused, and left as it is, where its file holds %j', (text) => {
    const folder = inFolder(`damaged-${text.length}-${text.slice(-1)}`);
    mkdirSync(folder);
    writeFileSync(join(folder, 'secret-key'), text);
    expect(() => secretKey(undefined, folder)).toThrow(StartProblem);
    expect(() => secretKey(undefined, folder)).toThrow(/is damaged: put it back from a backup, or set SECRET_KEY/);
    expect(readFileSync(join(folder, 'secret-key'), 'utf8')).toBe(text);
  });

  it('is said to be out of reach where its file cannot be read', () => {
    const folder = inFolder('unreadable');
    // A folder in its place cannot be read by anybody, root included.
    mkdirSync(join(folder, 'secret-key'), { recursive: true });
    chmodSync(folder, 0o755);
    expect(() => secretKey(undefined, folder)).toThrow(/cannot be read: run this as the user that it belongs to/);
  });

  it('says what to do where none can be made', () => {
    // A link that leads nowhere keeps everybody from writing there, root included.
    const folder = inFolder('taken');
    symlinkSync(join(inFolder('gone'), 'deeper'), folder);
    expect(() => secretKey(undefined, folder)).toThrow(StartProblem);
    expect(() => secretKey(undefined, folder)).toThrow(/can be written to the data folder .+ set SECRET_KEY/);
  });

  it('is the same for all processes that start at once on one folder', async () => {
    const folder = inFolder('raced');
    const children = [1, 2, 3, 4].map(() => childScript('tests/fixtures/print-secret-key.ts', folder));
    await Promise.all(children.map((child) => child.nextLine()));
    for (const child of children) child.process.stdin?.write('go\n');
    const keys = await Promise.all(children.map((child) => child.nextLine()));
    await Promise.all(children.map((child) => child.finish()));
    expect(keys[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(keys).size).toBe(1);
    expect(readdirSync(folder)).toEqual(['secret-key']);
  });
});
