import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDataFolder } from '#db/embedded/data-folder.ts';
import { clusterFolder } from '#db/embedded/initialise-cluster.ts';
import { type Postmaster, runningPostmaster } from '#db/embedded/postmaster-pid.ts';
import { expectedServerFolder } from '#db/embedded/server-place.ts';

/** A data folder of one's own. As `deleteDataFolder` has it, what belongs to it may lie elsewhere. */
export const newDataFolder = (): string => mkdtempSync(join(tmpdir(), 'capability-map-operations-'));

/** The database server that runs on a data folder, if one does. */
export function postgresOf(dataFolder: string): Postmaster | undefined {
  return runningPostmaster(clusterFolder(expectedServerFolder(prepareDataFolder(dataFolder))));
}

export interface OwnProduct {
  /** Waits for a line of its output that holds this text; throws with all output if it ends before. */
  line(text: string): Promise<string>;
  /** Its exit code and everything it wrote, once it has ended. */
  ended: Promise<{ code: number | null; output: string; errors: string }>;
  /** To its whole group, as the terminal and a power cut do. Nothing happens when it has ended. */
  signal(name: 'SIGINT' | 'SIGKILL'): void;
}

/** Runs a command of the product in a process group of its own, as in production. */
export function runProduct(script: string, dataFolder: string, { port = 0, args = [] as string[], env: given = {} as Record<string, string> } = {}): OwnProduct {
  const { DATABASE_URL: _url, DATABASE_OWNER_URL: _owner, ORIGIN: _origin, ...env } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, NODE_ENV: 'production', LOG_LEVEL: 'warn', PORT: String(port), DATA_FOLDER: dataFolder, ...given },
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = (once(child, 'close') as Promise<[number | null]>).then(([code]) => ({ code, output, errors }));
  const line = async (text: string): Promise<string> => {
    for (;;) {
      const found = output.split('\n').find((one) => one.includes(text));
      if (found !== undefined) return found;
      const over = await Promise.race([once(child.stdout, 'data').then(() => null), ended]);
      if (over && !over.output.includes(text)) throw new Error(`${script} ended with ${over.code}: ${over.output}${over.errors}`);
    }
  };
  const signal: OwnProduct['signal'] = (name) => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, name);
  };
  return { line, ended, signal };
}

/** Where it says that it serves. */
export async function originOf(product: OwnProduct): Promise<string> {
  return /http:\/\/\S+/.exec(await product.line('Capability Map is ready: '))![0];
}
