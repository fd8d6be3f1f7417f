import { compareNames } from '#app/domain/framework/compare-names.ts';
import { judgeLikeness } from '#app/domain/framework/release/likeness/judge-likeness.ts';
import type { PartPortrait } from '#app/domain/framework/release/likeness/part-portrait.ts';
import { tellLikeness } from '#app/domain/framework/release/likeness/tell-likeness.ts';
import type { NoteLink } from '#app/domain/framework/release/notes/note-link.ts';
import type { GroupProposal, PairGroup } from './group-to-pair.ts';

/**
 * What change notes say of the parts of one group, surest and latest first. A rename to a name that was there before is a
 * merger into it. A note that names something neither state has, or whose former name still stands, proposes nothing.
 */
export function pairByNotes(group: PairGroup): GroupProposal[] {
  const found = group.links.flatMap((link) => {
    if (link.part !== null && link.part !== group.part) return [];
    const proposal = link.kind === 'split' ? splitOf(link, group) : mergerOrRename(link, group);
    return proposal === null ? [] : [{ proposal, date: link.note.date }];
  });
  return found
    .sort((a, b) => b.proposal.confidence - a.proposal.confidence || compareNames(b.date, a.date) || compareNames(a.proposal.before.join(), b.proposal.before.join()))
    .map(({ proposal }) => proposal);
}

function mergerOrRename(link: NoteLink, group: PairGroup): GroupProposal | null {
  const sources = group.absent.filter(({ key }) => link.from.includes(key));
  const own = link.to.length === 0 ? group.stays.filter(({ before }) => link.from.includes(before.key)) : group.stays.filter(({ before }) => link.to.includes(before.key));
  const [stay] = own.length === 1 ? own : [];
  const target = stay?.after ?? group.fresh.find(({ key }) => link.to.includes(key));
  const [first] = sources;
  if (target === undefined || first === undefined) return null;
  const judged = sources.map((source) => ({ source, likeness: judgeLikeness(source, target, group.frame, true) }));
  judged.sort((a, b) => b.likeness.confidence - a.likeness.confidence || compareNames(a.source.name, b.source.name));
  if (sources.length === 1 && stay === undefined) {
    if (link.kind === 'merged') return null;
    const likeness = judgeLikeness(first, target, group.frame, true);
    return { kind: 'renamed', before: [first.name], after: [target.name], confidence: likeness.confidence, evidence: tellLikeness(likeness, group.part, link.note), replaced: null };
  }
  const before = [...(stay === undefined ? [] : [stay.before.name]), ...judged.map(({ source }) => source.name)];
  return { kind: 'merged', before, after: [target.name], confidence: 0.95, evidence: evidenceOf(judged.map(({ source }) => source), target, link, group), replaced: null };
}

function splitOf(link: NoteLink, group: PairGroup): GroupProposal | null {
  const [from] = link.from;
  const stay = group.stays.find(({ before }) => before.key === from);
  const source = stay?.before ?? group.absent.find(({ key }) => key === from);
  const parts = group.fresh.filter(({ key }) => link.to.includes(key));
  if (source === undefined || parts.length + (stay === undefined ? 0 : 1) < 2 || parts.length === 0) return null;
  const judged = parts.map((part) => ({ part, likeness: judgeLikeness(source, part, group.frame, true) }));
  judged.sort((a, b) => b.likeness.confidence - a.likeness.confidence || compareNames(a.part.name, b.part.name));
  const after = [...(stay === undefined ? [] : [stay.after.name]), ...judged.map(({ part }) => part.name)];
  return { kind: 'split', before: [source.name], after, confidence: 0.95, evidence: evidenceOf(judged.map(({ part }) => part), source, link, group), replaced: null };
}

function evidenceOf(parts: readonly PartPortrait[], whole: PartPortrait, link: NoteLink, group: PairGroup): string[] {
  const [said = '', ...rest] = parts.flatMap((part, index) => {
    const [note = '', ...others] = tellLikeness(judgeLikeness(part, whole, group.frame, true), group.part, link.note);
    return [...(index === 0 ? [note] : []), `"${part.name}" and "${whole.name}": ${others.join(' ')}`];
  });
  return [said, ...rest];
}
