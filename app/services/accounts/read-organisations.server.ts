import { organisationsOf } from '#app/platform/session/complete-sign-in.server.ts';
import type { Context } from '#app/platform/context.ts';
import { resolveViewer } from '#app/platform/resolve-viewer.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { tenantDatabase } from '#db/tenant.ts';
import { requireOwnAccount } from './require-own-account.server.ts';

/** An organisation that the viewer may come into. */
export interface OwnOrganisation {
  organisationId: string;
  name: string;
  /** The one that this session looks at. */
  isCurrent: boolean;
}

/**
 * The organisations that the viewer may come into today, in the order in which they joined; those that
 * suspended them, or that they have left, are not among them. A session on the word of one organisation
 * sees that one alone. Throws 403 for a viewer without an account.
 */
export async function readOrganisations(context: Context): Promise<OwnOrganisation[]> {
  const userId = requireOwnAccount(context);
  const { viewer, db, now } = context;
  const isBound = viewer.session?.isBound ?? true;
  const organisationIds = isBound ? [db.organisationId] : await organisationsOf(userId);
  const { pool } = runtime();
  const open: OwnOrganisation[] = [];
  for (const organisationId of organisationIds) {
    const resolved = await resolveViewer(tenantDatabase(pool, organisationId), userId, now);
    if (!resolved) continue;
    open.push({ organisationId, name: resolved.viewer.organisationName, isCurrent: organisationId === db.organisationId });
  }
  return open;
}
