import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/outcome.ts';
import { requireOwnSignIn } from './require-own-sign-in.server.ts';
import { startFlow } from './start-flow.server.ts';

/**
 * Begins to link who the viewer is at the organisation's provider to their account. Answers where the browser
 * has to go and the Set-Cookie header. Throws 403 for a session that rests on the word of a provider.
 */
export async function beginIdentityLink(context: Context): Promise<Outcome<{ url: string; cookie: string }>> {
  const userId = await requireOwnSignIn(context);
  const started = await startFlow(context.db, { purpose: 'link', userId, returnTo: '/account/single-sign-on', invitationToken: null });
  if (started) return done(started);
  return refused(null, 'The sign-in service of your organisation does not answer as it should. Try again in a few minutes, or tell your administrator');
}
