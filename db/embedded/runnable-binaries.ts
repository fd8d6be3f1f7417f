import { copyBinaries } from './copy-binaries.ts';
import { programPath, type Binaries } from './locate-binaries.ts';
import { restoreLinks } from './restore-links.ts';
import { runProgram } from './run-program.ts';
import { StartProblem } from './start-problem.ts';
import { systemErrorCode } from './system-error.ts';
import type { SystemUser } from './system-user.ts';

type Trial = { runs: true } | { runs: false; why: string };

async function tryProgram(binaries: Binaries, user: SystemUser | undefined): Promise<Trial> {
  try {
    const { exitCode, output } = await runProgram(programPath(binaries, 'postgres'), ['--version'], {
      user,
      limitMs: 30_000,
    });
    return exitCode === 0 ? { runs: true } : { runs: false, why: output.trim().split('\n')[0] ?? `exit code ${exitCode}` };
  } catch (error) {
    if (user && systemErrorCode(error) === 'EPERM') {
      throw new StartProblem(
        'PostgreSQL refuses to run as root, and root may not start programs as another user here (a container without CAP_SETUID?): start the app as an ordinary user, or set DATABASE_URL.',
      );
    }
    return { runs: false, why: systemErrorCode(error) || String(error) };
  }
}

/**
 * The PostgreSQL programs in a place where the given user can run them: where npm put them, else a
 * copy under the folder that `copyUnder` names.
 *
 * @throws StartProblem when they do not run on this system at all.
 */
export async function runnableBinaries(
  installed: Binaries,
  user: SystemUser | undefined,
  copyUnder: () => string,
): Promise<Binaries> {
  if (restoreLinks(installed.folder) && (await tryProgram(installed, user)).runs) return installed;
  const copy = copyBinaries(installed, copyUnder());
  const trial = await tryProgram(copy, user);
  if (trial.runs) return copy;
  throw new StartProblem(
    `The bundled PostgreSQL does not run on this system (${trial.why}); it needs glibc 2.27 or newer, which Alpine Linux does not have: use another system, or set DATABASE_URL to a PostgreSQL server of your own.`,
  );
}
