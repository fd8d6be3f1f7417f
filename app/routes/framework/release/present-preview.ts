import { noticeHeadings } from '#app/services/framework/import/import-words.ts';
import type { ReleaseDetail } from '#app/services/framework/release/read-release.server.ts';
import { countInWords } from './count-in-words.ts';
import { presentGroups } from './present-groups.ts';
import type { GivenImpact } from './present-impact.ts';
import { presentItem } from './present-item.ts';
import type { PresentedPreview } from './presented-release.ts';
import { sureProposals } from './sure-proposals.ts';

type Plan = NonNullable<ReleaseDetail['plan']>;

/** Notices of one kind that are shown; the rest are counted. */
const mostNotices = 200;

/** A release that waits for decisions, in the words and the order of its page. */
export function presentPreview(release: ReleaseDetail, plan: Plan, impact: GivenImpact | null): PresentedPreview {
  const { kind, scale, decisions, conflicts, isStale, adoptedLabel } = release;
  const items = plan.items.map((item, at) =>
    presentItem(item, {
      id: `change-${at + 1}`,
      scale,
      decided: decisions[item.key] ?? null,
      impact: impact?.byItem.get(item.key) ?? null,
    }),
  );
  const waiting = plan.undecided.length;
  // A framework that is new here has nothing to be compared with, and so no changes: all of it is new.
  const isEmpty = items.length === 0 && adoptedLabel !== null;
  return {
    kind,
    asking: items.filter(({ asks }) => asks),
    groups: presentGroups(items.filter(({ asks }) => !asks)),
    total: impact?.total ?? null,
    conflicts: conflicts.map(({ message }) => message),
    notices: presentNotices(plan),
    waiting,
    sure: sureProposals(plan).length,
    isStale,
    isBlocked: waiting > 0 || isStale || isEmpty,
    hasWording: items.some(({ before, after }) => before.length + after.length > 0),
    next: nextStep(waiting, isStale, isEmpty),
  };
}

function presentNotices({ notices }: Plan): PresentedPreview['notices'] {
  return noticeHeadings.flatMap(([kind, heading]) => {
    const found = notices.filter((notice) => notice.kind === kind);
    const shown = found.slice(0, mostNotices).map(({ file, row, message }) => ({ file, row, message }));
    return found.length === 0 ? [] : [{ kind, heading, shown, count: found.length }];
  });
}

function nextStep(waiting: number, isStale: boolean, isEmpty: boolean): string {
  if (isEmpty) return 'There is nothing to publish: the version in use says all of this already.';
  if (isStale) return 'It cannot be published before it is compared again with the version in use.';
  if (waiting > 0) return `It can be published once ${countInWords(waiting, 'more decision is', 'more decisions are')} saved.`;
  return 'Before anything is put to use you are told what will happen. Until somebody is assessed under the new version, it can be taken back.';
}
