import { endSession } from '#app/platform/session.server.ts';

/** Ends the session of the request. The answer is the Set-Cookie header that clears the browser's cookie. */
export async function signOut(request: Request): Promise<string> {
  return endSession(request);
}
