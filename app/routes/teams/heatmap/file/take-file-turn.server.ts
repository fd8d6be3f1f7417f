import { makeTurns } from '#app/platform/files/make-turns.ts';

/**
 * Waits until a picture may be read to be taken away. Each file reads a whole picture through a connection to the database and keeps it
 * in memory until it is made: one person's thirty downloads at once would leave everybody else's pages without a connection.
 */
export const takeFileTurn = makeTurns({ atOnce: 3, waiting: 20 });
