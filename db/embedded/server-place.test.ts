import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { useTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { copyBinaries } from './copy-binaries.ts';
import { prepareDataFolder } from './data-folder.ts';
import { locateBinaries, type Binaries } from './locate-binaries.ts';
import { reachable } from './reachable.ts';
import { runnableBinaries } from './runnable-binaries.ts';
import { serverPlace } from './server-place.ts';
import { StartProblem } from './start-problem.ts';
import { serverUser } from './system-user.ts';

const path = useTemporaryFolder();
const asRoot = process.getuid?.() === 0;
const stranger = { uid: 65_533, gid: 65_533 };

it('tells whether a user may enter a folder by its mode and that of those above', () => {
  mkdirSync(path('open', 'deep'), { recursive: true });
  for (const name of ['open', 'open/deep']) chmodSync(path(name), 0o755);
  expect(reachable(path('open', 'deep'), stranger)).toBe(true);
  chmodSync(path('open'), 0o750);
  expect(reachable(path('open', 'deep'), stranger)).toBe(false);
  const { uid, gid } = statSync(path('open'));
  expect(reachable(path('open', 'deep'), { uid, gid })).toBe(true);
});

it('keeps the database inside the data folder when the server runs as the present user', () => {
  const data = prepareDataFolder(path('ordinary'));
  expect(serverPlace(data, undefined, [])).toBe(path('ordinary', 'server'));
});

it('runs the server as the present user, or, for root, as one without privileges', () => {
  expect(serverUser(path('anywhere')) === undefined).toBe(!asRoot);
});

it('makes a copy of the programs that runs, with its links and for every user', async () => {
  mkdirSync(path('copies'));
  const copy = copyBinaries(locateBinaries(), path('copies'));
  expect(await runnableBinaries(copy, undefined, () => path('none'))).toBe(copy);
  expect(statSync(copy.folder).mode & 0o005).toBe(0o005);
  expect(copyBinaries(locateBinaries(), path('copies'))).toEqual(copy);
});

it('says so when the programs run nowhere', async () => {
  mkdirSync(path('alien', 'bin'), { recursive: true });
  mkdirSync(path('alien-copies'));
  const alien: Binaries = { folder: path('alien'), release: 'alien', major: '18' };
  await expect(runnableBinaries(alien, undefined, () => path('alien-copies'))).rejects.toThrow(/does not run on this system/);
});

// Only root can keep a folder from the user that the server runs as.
if (asRoot) describe('a project that root keeps to itself', () => {
  function closedProject(name: string) {
    mkdirSync(path(name), { mode: 0o700 });
    chmodSync(path(name), 0o700);
    const user = serverUser(path(name, 'server'));
    if (!user) throw new Error('root must run the server as another user');
    return { user, data: prepareDataFolder(path(name, 'data')), outside: [path(`${name}-outside`)] };
  }

  it('has its database outside, in a folder that the unprivileged user owns and reaches, at every start', () => {
    const { user, data, outside } = closedProject('closed');
    const place = serverPlace(data, user, outside);
    expect(place.startsWith(path('closed-outside'))).toBe(true);
    expect(statSync(place).uid).toBe(user.uid);
    expect(reachable(place, user)).toBe(true);
    expect(serverPlace(data, user, outside)).toBe(place);
  });

  it('does not share its database with a copy of itself, but keeps it when it is moved', () => {
    const { user, data, outside } = closedProject('original');
    const place = serverPlace(data, user, outside);
    cpSync(data.folder, path('original', 'copied'), { recursive: true });
    expect(() => serverPlace(prepareDataFolder(path('original', 'copied')), user, outside)).toThrow(/is a copy of/);
    rmSync(path('original', 'copied'), { recursive: true });
    renameSync(data.folder, path('original', 'moved'));
    expect(serverPlace(prepareDataFolder(path('original', 'moved')), user, outside)).toBe(place);
    expect(serverPlace(prepareDataFolder(path('original', 'moved')), user, outside)).toBe(place);
  });

  it('is refused with what to do when no folder outside serves', () => {
    const { user, data } = closedProject('lonely');
    expect(() => serverPlace(data, user, [path('lonely', 'inside')])).toThrow(StartProblem);
    expect(existsSync(data.server)).toBe(false);
  });

  it('gives the unprivileged user a copy of the programs that it can run', async () => {
    const { user } = closedProject('programs');
    const hidden = copyBinaries(locateBinaries(), path('programs'));
    mkdirSync(path('programs-outside'));
    const runnable = await runnableBinaries(hidden, user, () => path('programs-outside'));
    expect(runnable.folder.startsWith(path('programs-outside'))).toBe(true);
    const open = copyBinaries(locateBinaries(), path('programs-outside'));
    expect(await runnableBinaries(open, user, () => path('none'))).toBe(open);
  });
});
