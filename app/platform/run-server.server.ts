import { inspect } from 'node:util';
import { StartProblem } from '#db/embedded/start-problem.ts';
import { boundMemory } from './bound-memory.server.ts';
import { type Env, readEnv } from './env.server.ts';
import { type RunningServer, type StartOptions, startServer } from './start-server.server.ts';

export interface RunOptions extends Omit<StartOptions, 'env' | 'pages'> {
  pages: (env: Env) => StartOptions['pages'];
  /** Told once the product can be used. */
  onReady: (running: RunningServer) => void;
}

function fail(error: unknown): never {
  // One plain sentence for what the person can put right; everything else is a fault of ours.
  process.stderr.write(`${error instanceof StartProblem ? error.message : inspect(error)}\n`);
  process.exit(1);
}

/** Errors that nobody caught are recorded; the process goes on, as one request must not end all others. */
function recordUncaught(running: RunningServer): void {
  const record = (error: unknown) => running.runtime.log.error({ err: error }, 'uncaught error');
  process.on('uncaughtException', record);
  process.on('unhandledRejection', record);
}

/** One Ctrl-C can arrive several times: from the terminal, and passed on by npm and tsx. */
const sameSignalMs = 2_000;

/** The first signal stops in good order; one more, some time later, stops at once. */
function stopOnSignal(starting: Promise<RunningServer>): void {
  let firstAt: number | undefined;
  const stop = () => {
    if (firstAt !== undefined) {
      if (performance.now() - firstAt > sameSignalMs) process.exit(1);
      return;
    }
    firstAt = performance.now();
    starting
      .then((running) => running.stop())
      .then(() => process.exit(0), fail);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/**
 * Runs the product until it is told to stop. What keeps it from starting is said in one sentence,
 * and the process ends with code 1.
 */
export async function runServer({ pages, onReady, ...options }: RunOptions): Promise<void> {
  boundMemory();
  try {
    const env = readEnv();
    const starting = startServer({ ...options, env, pages: pages(env) });
    stopOnSignal(starting);
    const running = await starting;
    recordUncaught(running);
    onReady(running);
  } catch (error) {
    fail(error);
  }
}
