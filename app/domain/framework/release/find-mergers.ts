import { compareNames } from '#app/domain/framework/compare-names.ts';
import { judgeLikeness } from './judge-likeness.ts';
import type { LikenessFrame } from './likeness-frame.ts';
import type { PartPortrait } from './part-portrait.ts';

/** What several parts may have gone into; `already` is itself in the other state, where it is there too. */
export interface MergerTarget {
  portrait: PartPortrait;
  already: PartPortrait | null;
}

export interface Merger {
  sources: PartPortrait[];
  target: PartPortrait;
  already: PartPortrait | null;
  /** 0-1: that of the least sure source. */
  confidence: number;
}

const enough = 0.6;

/**
 * Where two or more parts went into one. A part counts as gone into another where judgeLikeness, taken the one way round
 * (how much of it stands in the other, not how alike they are), gives 0.6 or more, and where the other owes it something:
 * a line or a tie that it has from no other source and, if it was there before, did not have then. Read with the states
 * exchanged, the same finds splits. Surest first, then by name.
 */
export function findMergers(sources: readonly PartPortrait[], targets: readonly MergerTarget[], frame: LikenessFrame): Merger[] {
  const mergers = targets.flatMap(({ portrait, already }): Merger[] => {
    const had = already === null ? [] : [...thingsOf(already)];
    const gained = new Set([...thingsOf(portrait)].filter((thing) => !had.includes(thing)));
    if (gained.size === 0) return [];
    const judged = sources
      .filter((source) => [...thingsOf(source)].some((thing) => gained.has(thing)))
      .map((source) => ({ source, confidence: coverOf(source, portrait, frame) }))
      .filter(({ confidence }) => confidence >= enough)
      .sort((a, b) => b.confidence - a.confidence || compareNames(a.source.name, b.source.name));
    const owed = judged.filter(({ source }) =>
      [...thingsOf(source)].some((thing) => gained.has(thing) && judged.every((other) => other.source === source || !thingsOf(other.source).has(thing))),
    );
    if (owed.length + (already === null ? 0 : 1) < 2 || owed.length === 0) return [];
    return [{ sources: owed.map(({ source }) => source), target: portrait, already, confidence: Math.min(...owed.map(({ confidence }) => confidence)) }];
  });
  return mergers.sort((a, b) => b.confidence - a.confidence || compareNames(a.target.name, b.target.name));
}

function coverOf(source: PartPortrait, target: PartPortrait, frame: LikenessFrame): number {
  const { name, wording, ties } = judgeLikeness(source, target, frame, false);
  const { weights } = frame;
  const known: [number, number][] = [[weights.name, name]];
  if (wording !== null) known.push([weights.wording, wording.covered]);
  if (ties !== null) known.push([weights.ties, ties.covered]);
  const mean = known.reduce((sum, [weight, share]) => sum + weight * share, 0) / known.reduce((sum, [weight]) => sum + weight, 0);
  return Math.min(mean, wording === null ? 0.7 : 0.9);
}

function thingsOf(portrait: PartPortrait): Set<string> {
  const lines = [...portrait.places].flatMap(([place, { lines: texts }]) => [...texts].map((text) => `${place}|${text}`));
  return new Set([...lines, ...portrait.ties.keys()]);
}
