import { and, eq, sql } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { organisation } from '#db/schema/index.ts';
import type { SettingsInput } from './settings-input.ts';

/** Somebody in on their organisation's word alone cannot set up a second factor where they are. */
const wouldBeShutOut = ({ viewer }: Context): boolean => viewer.session !== undefined && viewer.session.isBound && !viewer.session.hasSecondFactor;

/**
 * Changes the organisation's name, its review period and whether everybody has to show a second factor,
 * which holds from the next request of everybody on. Refuses an edit of an older revision, and a
 * requirement that would shut the viewer out. Throws 403 for
 * whoever may not manage the settings.
 */
export async function saveSettings(context: Context, input: SettingsInput & { revision: number }): Promise<Outcome<null>> {
  authorise(context, 'manage-settings');
  const organisationId = context.db.organisationId;
  const { name, reviewPeriodDays, secondFactorRequired, revision } = input;
  return context.db.transaction(async (tx) => {
    // Held less than for an update of keys: every audit row refers to the organisation, and its writer holds the head that this deed waits for.
    const [before] = await tx.select().from(organisation).where(eq(organisation.id, organisationId)).for('no key update');
    if (secondFactorRequired && !before!.secondFactorRequired && wouldBeShutOut(context)) {
      return refused(
        'secondFactorRequired',
        'This would shut you out: your organisation’s sign-in has not said that you showed a second factor. Sign in with your password and set one up, or have the administrator of the sign-in vouch for it',
      );
    }
    const changed = await tx
      .update(organisation)
      .set({ name, reviewPeriodDays, secondFactorRequired, settingsRevision: sql`${organisation.settingsRevision} + 1` })
      .where(and(eq(organisation.id, organisationId), eq(organisation.settingsRevision, revision)));
    if (changed.rowCount === 0) {
      return refused(null, 'Somebody else changed these settings meanwhile. Nothing was saved: look at them and save again.');
    }
    const detail = {
      ...(before!.name === name ? {} : { name }),
      ...(before!.reviewPeriodDays === reviewPeriodDays ? {} : { reviewPeriodDays }),
      ...(before!.secondFactorRequired === secondFactorRequired ? {} : { secondFactorRequired }),
    };
    await recordAudit(tx, context, { action: 'settings.save', subjectKind: 'organisation', subjectId: organisationId, detail });
    return done(null);
  });
}
