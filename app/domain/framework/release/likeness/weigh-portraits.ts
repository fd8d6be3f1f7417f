import type { PartPortrait } from './part-portrait.ts';
import { weighRarity } from './weigh-rarity.ts';

/** The same portraits with each word of names and of wording weighed by its rarity among all of them. */
export function weighPortraits(groups: readonly (readonly PartPortrait[])[]): PartPortrait[][] {
  const all = groups.flat();
  const ofNames = weighRarity(all.map(({ words }) => words.keys()));
  const ofWording = weighRarity(all.map(({ places }) => [...places.values()].flatMap(({ words }) => [...words.keys()])));
  return groups.map((portraits) =>
    portraits.map((portrait) => ({
      ...portrait,
      words: weighed(portrait.words, ofNames).words,
      places: new Map([...portrait.places].map(([place, wording]) => [place, { ...wording, ...weighed(wording.words, ofWording) }])),
    })),
  );
}

function weighed(words: ReadonlyMap<string, number>, weight: (word: string) => number): { words: Map<string, number>; sum: number } {
  const weights = new Map([...words.keys()].map((word) => [word, weight(word)]));
  return { words: weights, sum: [...weights.values()].reduce((sum, one) => sum + one, 0) };
}
