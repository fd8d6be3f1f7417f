import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The most memory, in megabytes, that a process which reads one release and does nothing else has at any moment. */
export async function measureMemory(): Promise<number> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'scripts/bench/read-release-once.ts']);
  return Number(stdout.trim().split('\n').at(-1));
}
