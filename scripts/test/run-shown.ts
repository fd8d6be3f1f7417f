import { spawn } from 'node:child_process';

/** Runs a program with its output shown, and answers whether it ended well. */
export function runShown(program: string, args: readonly string[], env: Record<string, string | undefined>): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', env: env as NodeJS.ProcessEnv, shell: process.platform === 'win32' });
    child.on('error', (error) => {
      console.error(`${program} could not be started: ${error.message}`);
      resolve(false);
    });
    child.on('close', (code) => resolve(code === 0));
  });
}
