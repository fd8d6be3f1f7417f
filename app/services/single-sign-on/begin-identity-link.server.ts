import { type Answer, refuse } from '#app/platform/throttle/answer.ts';
import type { Context } from '#app/platform/context.ts';
import { proveOwner } from '#app/platform/session/prove-owner.server.ts';
import { requireOwnCredentials } from '#app/platform/session/require-own-credentials.server.ts';
import { startFlow } from './start-flow.server.ts';

/**
 * Begins to link who the viewer is at the organisation's provider to their account, once it is sure that it is
 * the owner who does: by what was shown in the last quarter of an hour, or by the password. Answers where the
 * browser has to go and the Set-Cookie header. Throws 403 for a session that rests on the word of a provider.
 */
export async function beginIdentityLink(context: Context, request: Request, password: string): Promise<Answer<{ url: string; cookie: string }>> {
  const userId = await requireOwnCredentials(context, 'link-sign-in');
  const owner = await proveOwner(context, request, { userId, password });
  if (!owner.ok) return owner;
  const started = await startFlow(context.db, { purpose: 'link', userId, returnTo: '/account/single-sign-on', invitationToken: null });
  if (started) return { ok: true, value: started };
  return refuse(null, 'The sign-in service of your organisation does not answer as it should. Try again in a few minutes, or tell your administrator');
}
