import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { useTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { prepareDataFolder } from './data-folder.ts';
import { StartProblem } from './start-problem.ts';

const path = useTemporaryFolder();

/** Nothing is closed to root but the folders of the system itself. */
function closedFolder(): string {
  if (process.getuid?.() === 0) return '/proc/capability-map';
  mkdirSync(path('closed'));
  chmodSync(path('closed'), 0o555);
  return path('closed');
}

describe('the data folder', () => {
  it('is made, with the folders above it, and can be entered by every user', () => {
    const data = prepareDataFolder(path('new', 'deep'));
    expect(data.folder).toBe(path('new', 'deep'));
    expect(statSync(data.folder).mode & 0o777).toBe(0o755);
  });

  it('keeps its own mode when it is there already', () => {
    mkdirSync(path('private'), { mode: 0o700 });
    prepareDataFolder(path('private'));
    expect(statSync(path('private')).mode & 0o777).toBe(0o700);
  });

  it('that cannot be written is refused with what to do', () => {
    const folder = closedFolder();
    expect(() => prepareDataFolder(folder)).toThrow(StartProblem);
    expect(() => prepareDataFolder(folder)).toThrow(/cannot be written .* set DATA_FOLDER to another folder/);
  });

  it('with a file in its way is refused and the file left alone', () => {
    writeFileSync(path('file'), 'mine');
    expect(() => prepareDataFolder(path('file', 'data'))).toThrow(StartProblem);
    expect(() => prepareDataFolder(path('file'))).toThrow(StartProblem);
    expect(existsSync(path('file'))).toBe(true);
  });
});
