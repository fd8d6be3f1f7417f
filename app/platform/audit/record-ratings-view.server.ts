import type { Tx } from '#db/tenant.ts';
import { recordAudit } from './audit.server.ts';
import type { Context } from '#app/platform/context.ts';

/** Where ratings are looked at; `api` is any answer of the API. */
export type RatingsPage = 'profile' | 'assess' | 'agree' | 'history' | 'evidence' | 'moderation' | 'review' | 'heatmap' | 'flags' | 'coverage' | 'report' | 'home' | 'release' | 'api';

/** Whose ratings an answer names: one person's, or those of so many people of a team on a day. */
export type RatingsView = { page: RatingsPage } & ({ personId: string } | { teamId: string; asOf: string; people: number });

/**
 * Records who looked at whose ratings, in the transaction that reads them: what cannot be recorded is
 * not shown. A look at one's own record counts, and says so. An answer that names nobody is no look.
 */
export async function recordRatingsView(tx: Tx, context: Context, view: RatingsView): Promise<void> {
  const { page } = view;
  if ('personId' in view) {
    const { personId } = view;
    const detail = { page, ...(personId === context.viewer.personId ? { own: true } : {}) };
    await recordAudit(tx, context, { action: 'ratings.view', subjectKind: 'person', subjectId: personId, detail });
    return;
  }
  const { teamId, asOf, people } = view;
  if (people === 0) return;
  await recordAudit(tx, context, { action: 'ratings.view', subjectKind: 'team', subjectId: teamId, detail: { page, asOf, people } });
}
