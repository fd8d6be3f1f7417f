import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { isUniqueViolation } from '#app/platform/unique-violation.server.ts';
import { within } from '#app/platform/within.server.ts';
import { scoringScheme } from '#db/schema/index.ts';
import { readScheme } from './read-scheme.server.ts';
import type { SchemeInput } from './scheme-input.ts';

/** What is to change of a scheme: its name and rules, or whether it is on. */
export type SchemeChange = SchemeInput | { isOn: boolean };

/**
 * Changes a scoring scheme, or switches it on or off. What was confirmed stays as it was, with the rules of then. Refused where
 * somebody else changed the scheme since `revision`. Throws 404 for an unknown one, 403 where the viewer may not manage them.
 */
export async function editScheme(context: Context, schemeId: string, change: SchemeChange, revision: number): Promise<Outcome<{ changed: boolean }>> {
  const organisationId = context.db.organisationId;
  try {
    return await context.db.transaction(async (tx) => {
      const before = await readScheme(within(context, tx), schemeId);
      if ('isOn' in change && before.isOn === change.isOn) return done({ changed: false });
      const own = and(eq(scoringScheme.organisationId, organisationId), eq(scoringScheme.id, schemeId), eq(scoringScheme.revision, revision));
      const changed = await tx.update(scoringScheme).set({ ...change, revision: revision + 1 }).where(own);
      if (changed.rowCount === 0) return refused<{ changed: boolean }>(null, 'Somebody else changed this scheme meanwhile. Nothing was saved: look at it again.');
      await recordAudit(tx, context, {
        action: 'isOn' in change ? (change.isOn ? 'scoring-scheme.switch-on' : 'scoring-scheme.switch-off') : 'scoring-scheme.edit',
        subjectKind: 'scoring-scheme',
        subjectId: schemeId,
        detail: { name: before.name, ...change },
      });
      return done({ changed: true });
    });
  } catch (error) {
    if (isUniqueViolation(error, 'scoring_scheme_name')) return refused('name', 'There is a scheme of this name: choose another');
    throw error;
  }
}
