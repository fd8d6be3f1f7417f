import { compareNames } from '#app/domain/framework/compare-names.ts';
import type { PartPortrait } from '#app/domain/framework/release/likeness/part-portrait.ts';
import { type Cover, findMergers, type Merger } from './find-mergers.ts';
import type { GroupProposal, JudgedGroup } from './group-to-pair.ts';

/**
 * Which skills that only one state has were put together, or taken apart, as far as wording and expectations show it;
 * the surest first. Roles and role levels are paired one by one.
 */
export function pairMergers(group: JudgedGroup): GroupProposal[] {
  if (group.part !== 'skill') return [];
  const { absent, fresh, stays, frame, judge } = group;
  const forth = (source: PartPortrait, target: PartPortrait): Cover => {
    const { name, wording, ties } = judge(source, target);
    return { name, wording: wording?.covered ?? null, ties: ties?.covered ?? null };
  };
  const back = (source: PartPortrait, target: PartPortrait): Cover => {
    const { name, wording, ties } = judge(target, source);
    return { name, wording: wording?.covering ?? null, ties: ties?.covering ?? null };
  };
  const mergers = findMergers(absent, [...fresh.map((portrait) => ({ portrait, already: null })), ...stays.map(({ before, after }) => ({ portrait: after, already: before }))], frame.weights, forth);
  const splits = findMergers(fresh, [...absent.map((portrait) => ({ portrait, already: null })), ...stays.map(({ before, after }) => ({ portrait: before, already: after }))], frame.weights, back);
  const names = ({ sources, already }: Merger) => [...(already === null ? [] : [already.name]), ...sources.map(({ name }) => name)];
  return [
    ...mergers.map((merger): GroupProposal => ({ kind: 'merged', before: names(merger), after: [merger.target.name], confidence: merger.confidence, evidence: tellMerger(merger, forth, true), replaced: null })),
    ...splits.map((merger): GroupProposal => ({ kind: 'split', before: [merger.target.name], after: names(merger), confidence: merger.confidence, evidence: tellMerger(merger, back, false), replaced: null })),
  ].sort((a, b) => b.confidence - a.confidence || compareNames(a.before.join(), b.before.join()));
}

function tellMerger({ sources, target }: Merger, cover: (source: PartPortrait, target: PartPortrait) => Cover, forth: boolean): string[] {
  return [
    'No change note says so.',
    ...sources.map((source) => {
      const { wording, ties } = cover(source, target);
      const [much, held] = [Math.round((wording ?? 0) * 100), Math.round((ties ?? 0) * 100)];
      const [part, whole] = [`"${source.name}"`, `"${target.name}"`];
      const said = wording === null ? [] : [`${much} % of the wording of ${part} ${forth ? 'now stands' : 'stood'} in ${whole}`];
      const tied = ties === null ? [] : [`${held} % of the role levels that ${forth ? `expected ${part} expect ${whole}` : `expect ${part} expected ${whole}`}`];
      return `${[...said, ...tied].join('; ')}.`;
    }),
  ];
}
