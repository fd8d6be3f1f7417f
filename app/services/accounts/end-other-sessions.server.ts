import type { Context } from '#app/platform/context.ts';
import { endOwnSession } from './end-own-session.server.ts';
import { readSessions } from './read-sessions.server.ts';

/**
 * Ends every session that readSessions shows the viewer but the one that asks, each recorded in its own
 * organisation. Answers how many. One that ends by itself meanwhile is no fault. Throws 403 for a viewer
 * without an account.
 */
export async function endOtherSessions(context: Context): Promise<number> {
  const others = (await readSessions(context)).filter(({ isThis }) => !isThis);
  let ended = 0;
  for (const { publicId } of others) {
    try {
      await endOwnSession(context, publicId);
      ended += 1;
    } catch (answer) {
      if (!(answer instanceof Response && answer.status === 404)) throw answer;
    }
  }
  return ended;
}
