import { randomBytes } from 'node:crypto';
import { and, eq, gt, lt } from 'drizzle-orm';
import { signInFlow } from '#db/schema/index.ts';
import { globalTransaction } from '#db/tenant.ts';
import { readCookie } from './read-cookie.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { hashSecret } from '#app/platform/secret/secret-hash.server.ts';

/** What can be begun in one request and ended in another. */
export type FlowKind = 'single-sign-on' | 'passkey-register' | 'passkey-sign-in' | 'recovery-codes';

/** How long the second request may take. */
const lastsSeconds = 600;

function cookieOf(kind: FlowKind, token: string, maxAge: number): string {
  const isSecure = runtime().origin.startsWith('https:');
  const name = `${isSecure ? '__Host-' : ''}capability-${kind}`;
  return `${name}=${token}; HttpOnly; Max-Age=${maxAge}; Path=/; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}

function tokenIn(request: Request, kind: FlowKind): string | null {
  const name = cookieOf(kind, '', 0).split('=')[0]!;
  return readCookie(request, name);
}

/**
 * Remembers what the second request has to know, for ten minutes and for this browser alone. The answer
 * is the Set-Cookie header; what the browser holds is worth nothing without our row.
 */
export async function beginFlow(kind: FlowKind, payload: Record<string, unknown>): Promise<string> {
  const { pool, now } = runtime();
  const token = randomBytes(32).toString('base64url');
  const at = now();
  await globalTransaction(pool, async (tx) => {
    await tx.delete(signInFlow).where(lt(signInFlow.expiresAt, at));
    const expiresAt = new Date(at.getTime() + lastsSeconds * 1000);
    await tx.insert(signInFlow).values({ id: hashSecret(token), kind, payload, expiresAt });
  });
  return cookieOf(kind, token, lastsSeconds);
}

/** What this browser began, used up by being asked for; null where there is nothing, or no longer. */
export async function takeFlow(request: Request, kind: FlowKind): Promise<Record<string, unknown> | null> {
  const token = tokenIn(request, kind);
  if (token === null) return null;
  const { pool, now } = runtime();
  const [found] = await globalTransaction(pool, (tx) =>
    tx
      .delete(signInFlow)
      .where(and(eq(signInFlow.id, hashSecret(token)), eq(signInFlow.kind, kind), gt(signInFlow.expiresAt, now())))
      .returning({ payload: signInFlow.payload }),
  );
  return found?.payload ?? null;
}

/** The Set-Cookie header that has the browser forget what it began. */
export const forgetFlow = (kind: FlowKind): string => cookieOf(kind, '', 0);
