import { compareNames } from '#app/domain/framework/compare-names.ts';
import { judgeLikeness } from '#app/domain/framework/release/likeness/judge-likeness.ts';
import type { Likeness } from '#app/domain/framework/release/likeness/judge-likeness.ts';
import type { LikenessFrame } from '#app/domain/framework/release/likeness/likeness-frame.ts';
import type { PartPortrait } from '#app/domain/framework/release/likeness/part-portrait.ts';
import { tellLikeness } from '#app/domain/framework/release/likeness/tell-likeness.ts';
import { assignBest } from './assign-best.ts';
import type { GroupProposal, JudgedGroup, PairGroup } from './group-to-pair.ts';
import { pairByNotes } from './pair-by-notes.ts';
import { pairMergers } from './pair-mergers.ts';
import { pairReplaced } from './pair-replaced.ts';

export interface GroupPairing {
  proposals: GroupProposal[];
  gone: { name: string; evidence: string[] }[];
  fresh: { name: string; evidence: string[] }[];
}

const enough = 0.6;
const near = 0.4;

/**
 * Pairs the parts of one group: first what change notes say, then names caught by a replacement of words, then mergers
 * and splits of skills, then renames so that the sum of the squared confidences of 0.6 or more is greatest. What stays
 * over is gone and new, with what came nearest. The order of the input does not matter.
 */
export function pairGroup(group: PairGroup): GroupPairing {
  if (group.absent.length === 0 && group.fresh.length === 0) return { proposals: [], gone: [], fresh: [] };
  const byName = (left: PartPortrait, right: PartPortrait) => compareNames(left.name, right.name);
  const [absent, fresh] = [[...group.absent].sort(byName), [...group.fresh].sort(byName)];
  const proposals: GroupProposal[] = [];
  const taken = { before: new Set<string>(), after: new Set<string>() };
  const take = (found: readonly GroupProposal[]) => {
    for (const proposal of found) {
      if (proposal.before.some((name) => taken.before.has(name)) || proposal.after.some((name) => taken.after.has(name))) continue;
      proposals.push(proposal);
      proposal.before.forEach((name) => taken.before.add(name));
      proposal.after.forEach((name) => taken.after.add(name));
    }
  };
  const judge = rememberLikeness(group.frame);
  const free = () => ({ ...group, judge, absent: absent.filter(({ name }) => !taken.before.has(name)), fresh: fresh.filter(({ name }) => !taken.after.has(name)) });
  take(pairByNotes(free()));
  take(pairReplaced(free()));
  take(pairMergers(free()));
  take(renames(free()));
  const left = free();
  return {
    proposals: proposals.sort((a, b) => compareNames(a.before[0] ?? '', b.before[0] ?? '') || compareNames(a.after[0] ?? '', b.after[0] ?? '')),
    gone: left.absent.map((part) => ({ name: part.name, evidence: nearest(part, fresh, left, true) })),
    fresh: left.fresh.map((part) => ({ name: part.name, evidence: nearest(part, absent, left, false) })),
  };
}

/** Each pair is judged once, whatever it is judged for. */
function rememberLikeness(frame: LikenessFrame): JudgedGroup['judge'] {
  const known = new Map<PartPortrait, Map<PartPortrait, Likeness>>();
  return (before, after) => {
    const row = known.get(before) ?? new Map<PartPortrait, Likeness>();
    known.set(before, row);
    const likeness = row.get(after) ?? judgeLikeness(before, after, frame, false);
    row.set(after, likeness);
    return likeness;
  };
}

function renames(group: JudgedGroup): GroupProposal[] {
  const { absent, fresh, judge, part } = group;
  const judged = absent.map((before) => fresh.map((after) => judge(before, after)));
  const columns = assignBest(judged.map((row) => row.map(({ confidence }) => (confidence >= enough ? confidence ** 2 : 0))));
  return columns.flatMap((column, row) => {
    const [before, after, likeness] = [absent[row], fresh[column ?? -1], judged[row]?.[column ?? -1]];
    if (before === undefined || after === undefined || likeness === undefined) return [];
    const rivals = fresh.filter((other, at) => other !== after && (judged[row]?.[at]?.confidence ?? 0) >= likeness.confidence - 0.05);
    const doubt = rivals.map(({ name }) => `"${name}" is as much like it.`);
    const confidence = rivals.length > 0 ? Math.max(enough, likeness.confidence - 0.15) : likeness.confidence;
    return [{ kind: 'renamed' as const, before: [before.name], after: [after.name], confidence, evidence: [...tellLikeness(likeness, part, null), ...doubt], replaced: null }];
  });
}

function nearest(part: PartPortrait, others: readonly PartPortrait[], { judge, part: kind }: JudgedGroup, forth: boolean): string[] {
  let best: { other: PartPortrait; likeness: Likeness } | null = null;
  for (const other of others) {
    const likeness = forth ? judge(part, other) : judge(other, part);
    if ((likeness.confidence >= near || likeness.name >= 0.5) && (best === null || likeness.confidence > best.likeness.confidence)) best = { other, likeness };
  }
  if (best === null) return [];
  return [`Not taken for "${best.other.name}", which comes nearest.`, ...tellLikeness(best.likeness, kind, null)];
}
