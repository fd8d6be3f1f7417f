import type { Context } from '#app/platform/context.ts';
import { unseal } from '#app/platform/secret/secret-box.server.ts';
import { takeFlow } from '#app/platform/session/sign-in-flow.server.ts';
import { codesPurpose } from './keep-codes-for-page.server.ts';
import { requireOwnCredentials } from '#app/platform/session/require-own-credentials.server.ts';

/** The recovery codes that were made just now, shown this once; null afterwards. Throws 403 where the session may not change credentials. */
export async function takeRecoveryCodes(context: Context, request: Request): Promise<string[] | null> {
  const userId = await requireOwnCredentials(context, 'change-credentials');
  const kept = await takeFlow(request, 'recovery-codes');
  if (kept?.userId !== userId) return null;
  return JSON.parse(unseal(String(kept.sealed), codesPurpose)) as string[];
}
