import { fileLimits } from './file-limits.ts';
import { makeTurns } from './make-turns.ts';

/**
 * Waits until a worker may start, for each takes its memory: the function that gives the turn back, or null where
 * too many wait already.
 */
export const takeWorkerTurn = makeTurns(fileLimits.workers);
