import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { SystemUser } from './system-user.ts';

export interface ProgramResult {
  exitCode: number | null;
  output: string;
}

/** What a PostgreSQL program sees of the environment: none of the PG* variables, and messages in English. */
export function programEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMPDIR } = process.env;
  return { PATH, SystemRoot, TEMP, TMPDIR, LC_ALL: 'C', TZ: 'UTC' } as Partial<NodeJS.ProcessEnv> as NodeJS.ProcessEnv;
}

/**
 * Runs a program to its end and gives back what it wrote; kills it after `limitMs`. The working
 * folder is the root folder, because the present one may be closed to the user it runs as.
 */
export async function runProgram(
  program: string,
  parameters: string[],
  { user, limitMs }: { user: SystemUser | undefined; limitMs: number },
): Promise<ProgramResult> {
  const child = spawn(program, parameters, {
    ...(user && { uid: user.uid, gid: user.gid }),
    cwd: '/',
    env: programEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limitMs,
    killSignal: 'SIGKILL',
    windowsHide: true,
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, output };
}
