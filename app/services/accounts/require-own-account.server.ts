import type { Context } from '#app/platform/context.ts';
import { deny } from '#app/platform/audit/deny.server.ts';

/** Whose account this is about: the viewer's own. Throws 403 for a key or a command, which have none. */
export function requireOwnAccount(context: Pick<Context, 'viewer' | 'now'>): string {
  return context.viewer.userId ?? deny(context, 'use-own-account');
}
