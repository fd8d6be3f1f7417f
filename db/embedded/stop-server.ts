import { setTimeout as pause } from 'node:timers/promises';
import { programPath, type Binaries } from './locate-binaries.ts';
import { runningPostmaster } from './postmaster-pid.ts';
import { isAlive, processMark } from './process-mark.ts';
import { runProgram } from './run-program.ts';
import type { SystemUser } from './system-user.ts';

const limitMs = 30_000;
const pauseMs = 10;

async function endedWithin(mark: string): Promise<boolean> {
  const giveUpAt = Date.now() + limitMs;
  while (isAlive(mark)) {
    if (Date.now() > giveUpAt) return false;
    await pause(pauseMs);
  }
  return true;
}

/**
 * Stops the server of a cluster: open connections are closed and everything is written out. One
 * that does not end within half a minute is stopped at once; the next start then recovers. Nothing
 * happens when none runs.
 */
export async function stopServer(binaries: Binaries, cluster: string, user: SystemUser | undefined): Promise<void> {
  const postmaster = runningPostmaster(cluster);
  const mark = postmaster && processMark(postmaster.pid);
  if (!postmaster || mark === undefined) return;
  if (process.platform === 'win32') {
    // Windows has no signals; pg_ctl speaks the server's own substitute for them.
    await runProgram(programPath(binaries, 'pg_ctl'), ['stop', '-D', cluster, '-m', 'fast', '-w'], { user, limitMs });
    return;
  }
  process.kill(postmaster.pid, 'SIGINT');
  if (await endedWithin(mark)) return;
  process.kill(postmaster.pid, 'SIGQUIT');
  await endedWithin(mark);
}
