import type { Viewer } from '#app/domain/access/viewer.ts';
import { organisationsOf } from '#app/platform/session/complete-sign-in.server.ts';
import { resolveViewer } from '#app/platform/resolve-viewer.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { tenantDatabase } from '#db/tenant.ts';

export interface OpenMembership {
  /** The user in the first organisation, in the order of joining, that they may come into today. */
  viewer: Viewer;
  /** Every organisation that they are a user of, suspended or not. */
  organisationIds: string[];
}

/**
 * Through which organisation a user is reached who has not signed in; null where none is open to them:
 * suspended, removed or past their last day everywhere.
 */
export async function readOpenMembership(userId: string): Promise<OpenMembership | null> {
  const { pool, now } = runtime();
  const organisationIds = await organisationsOf(userId);
  for (const organisationId of organisationIds) {
    const resolved = await resolveViewer(tenantDatabase(pool, organisationId), userId, now());
    if (resolved) return { viewer: resolved.viewer, organisationIds };
  }
  return null;
}
