import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { type ChainPoint, type ChainReport, verifyAuditChain } from '#app/platform/audit/verify-audit-chain.server.ts';

/**
 * Whether the audit of the viewer's organisation is as it was written, and where it ends. `expected` is an
 * end that was noted earlier. Throws 403 for whoever may not read the audit.
 */
export async function verifyAudit(context: Context, expected?: ChainPoint): Promise<ChainReport> {
  authorise(context, 'read-audit');
  return verifyAuditChain(context.db, expected);
}
