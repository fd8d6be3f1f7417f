import type { ReleaseItem, ReleaseItemKind } from '#app/domain/framework/release/release-item.ts';
import { locateProblem } from '#app/services/framework/import/locate-problem.server.ts';
import { momentInWords } from '#app/platform/moment-in-words.ts';
import type { ReleaseDetail } from '#app/services/framework/release/read-release.server.ts';
import { countInWords } from './count-in-words.ts';
import { countsInWords } from './counts-in-words.ts';
import { presentGroups } from './present-groups.ts';
import type { GivenImpact } from './present-impact.ts';
import { presentItem } from './present-item.ts';
import { presentPreview } from './present-preview.ts';
import { discardStep, publishStep, withdrawStep } from './present-step.ts';
import type { PresentedDone, PresentedRelease, PresentedStep } from './presented-release.ts';
import { sumUpWaiting } from './sum-up.ts';

/** Problems that are shown; the rest are counted. */
const mostProblems = 50;

/**
 * A release as its page shows it, whatever state it is in; in place of everything else the question whether
 * something shall be done with it, where the address asks it and it can be done.
 */
export function presentRelease(release: ReleaseDetail, impact: GivenImpact | null, confirm: string | null): PresentedRelease {
  const { id, frameworkName, label, state, revision, refusals, progress, kind, plan, adoptedLabel } = release;
  const step = presentStep(release, impact, confirm);
  return {
    id,
    frameworkName,
    label,
    state,
    revision,
    kind,
    adoptedLabel,
    lead: leadOf(release, impact),
    progress,
    documents: release.documents.map(({ file }) => file).slice(0, mostProblems),
    together: release.together.map((other) => ({ to: `/framework/releases/${other.id}`, name: `${other.frameworkName}: ${other.label}` })),
    problems: { shown: refusals.slice(0, mostProblems).map(locateProblem), more: Math.max(refusals.length - mostProblems, 0) },
    step,
    preview: state === 'open' && plan !== null && step === null ? presentPreview(release, plan, impact) : null,
    done: ['published', 'withdrawn', 'discarded'].includes(state) && step === null ? presentDone(release) : null,
  };
}

function leadOf(release: ReleaseDetail, impact: GivenImpact | null): string {
  const { state, plan, publishedAt, isNew, isStale, frameworkName, adoptedLabel, versionBeforeLabel } = release;
  switch (state) {
    case 'reading':
      return 'This takes a few seconds. Then you see what they change.';
    case 'refused':
      return 'These documents could not be taken in. Nothing was changed.';
    case 'open':
      if (isStale) return 'The version in use has changed since this release was compared with it.';
      if (adoptedLabel === null) return `${frameworkName} is new here${contentsOf(release)}. ${sumUpWaiting(plan?.undecided.length ?? 0)}`;
      if (plan?.items.length === 0) return 'It changes nothing: the version in use says all of this already.';
      return [sumUpWaiting(plan?.undecided.length ?? 0), impact?.total.sentence ?? ''].join(' ').trim();
    case 'published': {
      const when = publishedAt === null ? '' : ` on ${momentInWords(publishedAt)}`;
      if (!isNew) return `Published${when}. It said nothing new, so the version before stays in use.`;
      if (versionBeforeLabel === null) return `Published${when}. It is the first version of ${frameworkName} here.`;
      return `Published${when}: ${countInWords(plan?.items.length ?? 0, 'change', 'changes')}.`;
    }
    case 'withdrawn':
      return 'It was published and taken back. The version before is in use again.';
    case 'discarded':
      return 'It was put aside, and nothing of it was put to use.';
  }
}

/** How much a framework holds that there was nothing of before. */
function contentsOf({ counts }: ReleaseDetail): string {
  if (counts === null) return '';
  const roles = `${countInWords(counts.roles, 'role', 'roles')} with ${countInWords(counts.roleLevels, 'role level', 'role levels')}`;
  return `: ${roles}, and ${countInWords(counts.skills, 'skill', 'skills')}`;
}

function presentStep(release: ReleaseDetail, impact: GivenImpact | null, confirm: string | null): PresentedStep | null {
  const { id, frameworkName, label, adoptedLabel, state, plan, isStale, conflicts, withdrawal, versionLabel, versionBeforeLabel } = release;
  const at = {
    address: `/framework/releases/${id}`,
    frameworkName,
    label,
    adoptedLabel,
    versionBeforeLabel,
    impact: impact && [impact.total.sentence, impact.total.rest].join(' ').trim(),
    conflicts: conflicts.length,
    changes: plan === null || plan.items.length === 0 ? null : countsInWords(countKinds(plan.items)),
  };
  if (confirm === 'publish' && state === 'open' && !isStale && plan?.undecided.length === 0) return publishStep(at);
  if (confirm === 'discard' && (state === 'open' || state === 'refused')) return discardStep(at);
  if (confirm === 'withdraw' && withdrawal.isPossible) return withdrawStep({ ...at, label: versionLabel ?? label });
  return null;
}

function countKinds(items: readonly ReleaseItem[]): Partial<Record<ReleaseItemKind, number>> {
  const counts: Partial<Record<ReleaseItemKind, number>> = {};
  for (const { kind } of items) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function presentDone(release: ReleaseDetail): PresentedDone {
  const { state, versionId, versionLabel, withdrawal, plan, scale, decisions, kind } = release;
  const isPublished = state === 'published';
  const items = (plan?.items ?? []).map((item, at) =>
    presentItem(item, { id: `change-${at + 1}`, scale, decided: decisions[item.key] ?? null, impact: null }),
  );
  return {
    version: isPublished && versionId !== null && versionLabel !== null ? { id: versionId, label: versionLabel } : null,
    takeBack: isPublished ? withdrawalOf(withdrawal) : null,
    kind,
    hasWording: items.some(({ before, after }) => before.length + after.length > 0),
    groups: presentGroups(items),
  };
}

function withdrawalOf({ isPossible, reason }: ReleaseDetail['withdrawal']): PresentedDone['takeBack'] {
  return isPossible ? { isPossible } : { isPossible, why: `It cannot be taken back. ${reason ?? ''}`.trim() };
}
