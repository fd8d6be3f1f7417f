import { readSession } from './session.server.ts';

/** For so long, in milliseconds, what somebody has shown of themselves is enough to add another credential. */
const freshFor = 15 * 60_000;

/** Whether the user of this request has signed in, or shown a second factor, within the last quarter of an hour. */
export async function isFresh(request: Request, now: Date): Promise<boolean> {
  const session = await readSession(request);
  if (!session) return false;
  const shownAt = Math.max(session.createdAt.getTime(), session.secondFactorAt?.getTime() ?? 0);
  return now.getTime() - shownAt <= freshFor;
}
