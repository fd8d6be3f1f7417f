import { readSession } from '#app/platform/session.server.ts';

/** Whether somebody is signed in with this request: such a person is sent on from the sign-in page. */
export async function readSignedIn(request: Request): Promise<boolean> {
  return (await readSession(request)) !== null;
}
