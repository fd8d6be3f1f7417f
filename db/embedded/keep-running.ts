import type { EmbeddedPostgres } from './start-embedded-postgres.ts';

const lookEveryMs = 1000;

/**
 * Looks every second whether the server still runs, and has it started again where it was killed:
 * the app outlives its database, and its connections come back by themselves. The answer ends the
 * watch, once a restart that is under way is over.
 */
export function keepRunning(
  server: Pick<EmbeddedPostgres, 'isRunning' | 'revive'>,
  log: (message: string) => void,
): () => Promise<void> {
  let reviving: Promise<void> | undefined;
  const revive = async () => {
    try {
      await server.revive();
      log('The database had ended and was started again. What was committed is there.');
    } catch (error) {
      log(`The database has ended and could not be started again yet: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      reviving = undefined;
    }
  };
  const timer = setInterval(() => {
    if (!reviving && !server.isRunning()) reviving = revive();
  }, lookEveryMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await reviving;
  };
}
