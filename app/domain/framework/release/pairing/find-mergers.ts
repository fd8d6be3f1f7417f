import { compareNames } from '#app/domain/framework/compare-names.ts';
import type { LikenessFrame } from '#app/domain/framework/release/likeness/likeness-frame.ts';
import type { PartPortrait } from '#app/domain/framework/release/likeness/part-portrait.ts';

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

/** How much of a source stands in a target, 0-1 each; `wording` is null where there is none to compare. */
export interface Cover {
  name: number;
  wording: number | null;
  ties: number | null;
}

/**
 * Where two or more parts went into one. A part counts as gone into another where the mean of names, wording and ties, by
 * the weights of judgeLikeness but taken the one way round (how much of it stands in the other), is 0.6 or more, and where
 * the other owes it something: a line or a tie that it has from no other source and, if it was there before, did not have
 * then. Without wording only what was there before can be found, with 0.7 at most. Read with the states exchanged, the
 * same finds splits. Surest first, then by name.
 */
export function findMergers(sources: readonly PartPortrait[], targets: readonly MergerTarget[], weights: LikenessFrame['weights'], cover: (source: PartPortrait, target: PartPortrait) => Cover): Merger[] {
  const things = new Map(sources.map((source) => [source, new Set(thingsOf(source))]));
  const mergers = targets.flatMap(({ portrait, already }): Merger[] => {
    const had = new Set(already === null ? [] : thingsOf(already));
    const gained = thingsOf(portrait).filter((thing) => !had.has(thing));
    if (gained.length === 0) return [];
    const judged = sources
      .filter((source) => gained.some((thing) => things.get(source)?.has(thing)))
      .map((source) => ({ source, confidence: meanOf(cover(source, portrait), weights, already !== null) }))
      .filter(({ confidence }) => confidence >= enough)
      .sort((a, b) => b.confidence - a.confidence || compareNames(a.source.name, b.source.name));
    const owed = judged.filter(({ source }) =>
      gained.some((thing) => things.get(source)?.has(thing) && judged.every((other) => other.source === source || !things.get(other.source)?.has(thing))),
    );
    if (owed.length + (already === null ? 0 : 1) < 2 || owed.length === 0) return [];
    return [{ sources: owed.map(({ source }) => source), target: portrait, already, confidence: Math.min(...owed.map(({ confidence }) => confidence)) }];
  });
  return mergers.sort((a, b) => b.confidence - a.confidence || compareNames(a.target.name, b.target.name));
}

function meanOf({ name, wording, ties }: Cover, weights: LikenessFrame['weights'], wasThere: boolean): number {
  if (wording === null && !wasThere) return 0;
  const known: [number, number][] = [[weights.name, name]];
  if (wording !== null) known.push([weights.wording, wording]);
  if (ties !== null) known.push([weights.ties, ties]);
  const mean = known.reduce((sum, [weight, share]) => sum + weight * share, 0) / known.reduce((sum, [weight]) => sum + weight, 0);
  return Math.round(Math.min(mean, wording === null ? 0.7 : 0.9) * 1000) / 1000;
}

function thingsOf(portrait: PartPortrait): string[] {
  const lines = [...portrait.places].flatMap(([place, { lines: texts }]) => [...texts].map((text) => `${place}|${text}`));
  return [...lines, ...portrait.ties.keys()];
}
