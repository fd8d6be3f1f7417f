import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { emptyImport } from './empty-import.server.ts';
import { lockImport } from './lock-import.server.ts';

/** Throws an import away that is not to be brought in, with its rows. Throws 404 for one that is not the viewer's, 403 where they may import nothing. */
export async function discardImport(context: Context, importId: string): Promise<Outcome<{ importId: string }>> {
  return context.db.transaction(async (tx) => {
    const { state } = await lockImport(tx, context, importId);
    if (state === 'discarded') return done({ importId });
    if (state === 'applied' || state === 'applying') return refused(null, 'This import is brought in, or is being brought in. It cannot be thrown away any more.');
    await emptyImport(tx, context.db.organisationId, importId, 'Thrown away.');
    await recordAudit(tx, context, { action: 'import.discard', subjectKind: 'import', subjectId: importId, detail: { state } });
    return done({ importId });
  });
}
