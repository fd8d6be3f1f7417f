import { spawn } from 'node:child_process';

export interface CommandResult {
  ok: boolean;
  /** What it printed, both streams as they came. */
  output: string;
  seconds: number;
}

/** Runs Node with the arguments and keeps what it prints; a command that cannot start counts as failed. */
export function runCommand(args: readonly string[], cwd: string): Promise<CommandResult> {
  const start = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const finish = (ok: boolean): void => resolve({ ok, output: output.trim(), seconds: (performance.now() - start) / 1000 });
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    child.on('error', (error) => {
      output += error.message;
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}
