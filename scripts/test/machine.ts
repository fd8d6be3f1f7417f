import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** What the search for a browser asks of the machine it runs on. */
export interface Machine {
  platform: NodeJS.Platform;
  isRoot: boolean;
  /** The path that the environment names, if any. */
  named: string | undefined;
  /** Where Playwright keeps, or would keep, its own browser. */
  playwrightPath: () => string;
  /** The full path of a program, or null where there is none. */
  find: (program: string) => string | null;
  /** Runs a program to its end and answers whether it ended well. `shown` lets its output through. */
  run: (program: string, args: string[], shown: boolean) => boolean;
  say: (line: string) => void;
}

/** Long enough for a browser over a slow line; a stuck download must not hold the tests for ever. */
const patience = 5 * 60_000;

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function find(program: string): string | null {
  if (/[/\\]/.test(program)) return isProgram(program) ? program : null;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, program)).find(isProgram) ?? null;
}

/** The machine that this process runs on. */
export function thisMachine(): Machine {
  return {
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    named: process.env.CHROMIUM_PATH || undefined,
    playwrightPath: () => chromium.executablePath(),
    find,
    run: (program, args, shown) =>
      spawnSync(program, args, {
        stdio: ['ignore', shown ? 'inherit' : 'ignore', shown ? 'inherit' : 'ignore'],
        timeout: patience,
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        shell: process.platform === 'win32',
      }).status === 0,
    say: console.log,
  };
}
