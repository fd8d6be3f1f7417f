import type { Context } from '#app/platform/context.ts';
import { forbidden } from '#app/platform/responses.server.ts';

/** Whose account this is about: the viewer's own. Throws 403 for a key or a command, which have none. */
export function requireOwnAccount({ viewer }: Pick<Context, 'viewer'>): string {
  if (viewer.userId === null) throw forbidden();
  return viewer.userId;
}
