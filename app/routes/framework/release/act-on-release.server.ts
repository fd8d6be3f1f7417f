import type { ReleaseChoice } from '#app/domain/framework/release/release-item.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { typed } from '#app/platform/form/read-form.server.ts';
import { compareAgain } from '#app/services/framework/release/compare-again.server.ts';
import { decideRelease } from '#app/services/framework/release/decide-release.server.ts';
import { discardRelease } from '#app/services/framework/release/discard-release.server.ts';
import { publishRelease } from '#app/services/framework/release/publish-release.server.ts';
import { type ReleaseDetail, readRelease } from '#app/services/framework/release/read-release.server.ts';
import { withdrawRelease } from '#app/services/framework/release/withdraw-release.server.ts';
import { sureProposals } from './sure-proposals.ts';

/** What the page does with a release, by the button that was pressed; answers where to go on. Throws 400 for a button that no page of ours has. */
export async function actOnRelease(context: Context, releaseId: string, form: FormData): Promise<Outcome<string>> {
  const address = `/framework/releases/${releaseId}`;
  const revision = Number(typed(form, 'revision'));
  switch (typed(form, 'do')) {
    case 'decide':
    case 'accept': {
      const release = await readRelease(context, releaseId);
      const decisions = decisionsIn(form, release);
      return goTo(await decideRelease(context, releaseId, { revision, decisions }), `${address}?notice=decided#decisions`);
    }
    case 'compare':
      return goTo(await compareAgain(context, releaseId), `${address}?notice=compared`);
    case 'publish':
      return goTo(await publishRelease(context, releaseId, revision), `${address}?notice=published`);
    case 'discard':
      return goTo(await discardRelease(context, releaseId), '/framework/releases?notice=discarded');
    case 'withdraw':
      return goTo(await withdrawRelease(context, releaseId), `${address}?notice=withdrawn`);
    default:
      throw new Response('Bad Request', { status: 400, statusText: 'Bad Request' });
  }
}

function goTo(outcome: Outcome<unknown>, address: string): Outcome<string> {
  return outcome.ok ? { ok: true, value: address } : outcome;
}

/**
 * What was chosen, where it differs from what holds already; with the button that accepts proposals, the likely
 * ones too, where nothing else was chosen.
 */
function decisionsIn(form: FormData, { plan, decisions }: ReleaseDetail): Record<string, ReleaseChoice> {
  const chosen = new Map<string, ReleaseChoice>();
  for (const [name, value] of form) {
    // Whether it is a choice, and one that the change offers, is the service's to say.
    if (name.startsWith('choice:') && typeof value === 'string') chosen.set(name.slice('choice:'.length), value as ReleaseChoice);
  }
  for (const { key, asks, proposal } of plan?.items ?? []) {
    if (!asks && decisions[key] === undefined && chosen.get(key) === proposal) chosen.delete(key);
  }
  if (typed(form, 'do') === 'accept' && plan !== null) {
    for (const { itemKey, choice } of sureProposals(plan)) if (!chosen.has(itemKey)) chosen.set(itemKey, choice);
  }
  return Object.fromEntries(chosen);
}
