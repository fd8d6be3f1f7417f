import { fileLimits } from './file-limits.ts';

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Waits until a worker may start, for each takes its memory: the function that gives the turn back, or null where
 * too many wait already.
 */
export async function takeWorkerTurn(): Promise<(() => void) | null> {
  const { atOnce, waiting: mayWait } = fileLimits.workers;
  if (running >= atOnce) {
    if (waiting.length >= mayWait) return null;
    await new Promise<void>((begin) => waiting.push(begin));
  } else running += 1;
  return () => {
    const next = waiting.shift();
    // A turn that is handed on stays counted.
    if (next) next();
    else running -= 1;
  };
}
