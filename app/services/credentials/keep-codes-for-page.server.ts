import { seal } from '#app/platform/secret/secret-box.server.ts';
import { beginFlow } from '#app/platform/session/sign-in-flow.server.ts';

/** What the codes are sealed for while they wait for the page that shows them. */
export const codesPurpose = 'recovery-codes';

/** Keeps new recovery codes, sealed, for the one page that shows them to this browser. The answer is the Set-Cookie header. */
export async function keepCodesForPage(userId: string, codes: readonly string[]): Promise<string> {
  return beginFlow('recovery-codes', { userId, sealed: seal(JSON.stringify(codes), codesPurpose) });
}
