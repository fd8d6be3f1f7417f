import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { builtWorker } from './built-worker.server.ts';
import type { FileLimits } from './file-limits.ts';
import type { WorkerMessage } from './worker-message.ts';
import { takeWorkerTurn } from './take-worker-turn.server.ts';

export interface WorkerRun<Step> {
  /** The TypeScript file to run, from the project's folder; it calls `answerInWorker`. */
  script: string;
  task: unknown;
  /** Buffers that go over instead of being copied; the caller has them no longer. */
  transfer?: readonly ArrayBuffer[];
  limits: FileLimits['worker'];
  onStep?: (step: Step) => void;
}

export type WorkerOutcome<Answer> =
  | { ok: true; answer: Answer }
  /** It took more memory, or more time, than it may; or too many others wait. */
  | { ok: false; problem: 'too-large' | 'too-long' | 'busy' };

/**
 * Runs a task in a thread of its own, which can be ended whatever it does: what it takes of memory and time is
 * bounded, and requests go on being answered meanwhile. Rejects where the script itself fails.
 */
export async function runInWorker<Answer, Step = never>(run: WorkerRun<Step>): Promise<WorkerOutcome<Answer>> {
  const giveBack = await takeWorkerTurn();
  if (giveBack === null) return { ok: false, problem: 'busy' };
  try {
    return await inThread<Answer, Step>(run);
  } finally {
    giveBack();
  }
}

async function inThread<Answer, Step>({ script, task, transfer = [], limits, onStep }: WorkerRun<Step>): Promise<WorkerOutcome<Answer>> {
  // From the folder that the product runs in, as migrations are: built pages stand elsewhere than their sources.
  const worker = new Worker(builtWorker(script) ?? resolve('app/platform/files/worker-entry.js'), {
    execArgv: [],
    workerData: { script: pathToFileURL(resolve(script)).href, task },
    transferList: [...transfer],
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMegabytes, maxYoungGenerationSizeMb: limits.youngMegabytes },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<WorkerOutcome<Answer>>((settle, fail) => {
      timer = setTimeout(() => settle({ ok: false, problem: 'too-long' }), limits.milliseconds);
      worker.on('message', (message: WorkerMessage<Answer, Step>) => {
        if ('step' in message) onStep?.(message.step);
        else settle({ ok: true, answer: message.answer });
      });
      worker.on('error', (error) => (isOutOfMemory(error) ? settle({ ok: false, problem: 'too-large' }) : fail(error)));
      worker.on('exit', (code) => fail(new Error(`The worker ${script} ended with ${code} and without an answer.`)));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** The heap's bound was reached, or one string or buffer was asked for that no heap could hold. */
function isOutOfMemory(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ERR_WORKER_OUT_OF_MEMORY' || code === 'ERR_STRING_TOO_LONG' || (error instanceof RangeError && /allocation failed|invalid (?:string|array|typed array) length/i.test(error.message));
}
