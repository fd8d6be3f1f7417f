import { nameKey } from '#app/domain/framework/name-key.ts';

/** Something that a name in a file may mean. */
export interface NameCandidate {
  id: string;
  name: string;
}

/** The one that is meant; or, where none or several have the name, who may be meant, nearest first, five at most. */
export type NameMatch = { id: string } | { suggestions: NameCandidate[] };

interface Index {
  byKey: Map<string, NameCandidate[]>;
  /** Per candidate, how many grams it has; and by gram, the places of the candidates that have it. */
  sizes: number[];
  byGram: Map<string, number[]>;
  /** Scratch paper, all 0 between two names: a count per candidate. */
  common: Uint16Array;
}

const mostSuggestions = 5;
const leastLikeness = 0.35;
/** How many places in the lists of grams are looked at for one name: enough for thousands of candidates, and a bound for unlucky ones. */
const mostLooks = 20_000;

/** No name that somebody goes by is longer; a cell may be. */
const longestName = 200;

/** A list is made ready once: thousands of names are held against the same one. */
const indexes = new WeakMap<readonly NameCandidate[], Index>();

/**
 * Which of these a name in a file means. Only the same name is the same: letter case, spacing and typographic marks apart
 * (nameKey), nothing near is ever taken silently. Suggestions are nearest first by the three-letter pieces of their words, 2 x
 * common / both (L. R. Dice 1945), from 0.35 up, accents and the order of words apart. `candidates` is not to be changed afterwards.
 */
export function matchName(text: string, candidates: readonly NameCandidate[]): NameMatch {
  const index = indexes.get(candidates) ?? makeIndex(candidates);
  const same = index.byKey.get(nameKey(text)) ?? [];
  const [only, second] = same;
  if (only && (!second || same.every(({ id }) => id === only.id))) return { id: only.id };
  if (only) return { suggestions: same.slice(0, mostSuggestions) };
  return { suggestions: nearest(text, candidates, index) };
}

function makeIndex(candidates: readonly NameCandidate[]): Index {
  const index: Index = { byKey: new Map(), sizes: [], byGram: new Map(), common: new Uint16Array(candidates.length) };
  for (const [place, candidate] of candidates.entries()) {
    push(index.byKey, nameKey(candidate.name), candidate);
    const grams = gramsOf(candidate.name);
    index.sizes.push(grams.size);
    for (const gram of grams) push(index.byGram, gram, place);
  }
  indexes.set(candidates, index);
  return index;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function nearest(text: string, candidates: readonly NameCandidate[], { sizes, byGram, common }: Index): NameCandidate[] {
  const grams = gramsOf(text);
  // The rarest first: what many names share tells little, and is what would be left out.
  const lists = [...grams].map((gram) => byGram.get(gram) ?? []).sort((one, other) => one.length - other.length);
  const touched: number[] = [];
  let looks = 0;
  for (const places of lists) {
    looks += places.length;
    if (looks > mostLooks) break;
    for (const place of places) {
      if (common[place] === 0) touched.push(place);
      common[place]! += 1;
    }
  }
  const near: { candidate: NameCandidate; likeness: number }[] = [];
  for (const place of touched) {
    const likeness = (2 * common[place]!) / (grams.size + sizes[place]!);
    common[place] = 0;
    if (likeness >= leastLikeness) near.push({ candidate: candidates[place]!, likeness });
  }
  near.sort((one, other) => other.likeness - one.likeness || compare(one.candidate.name, other.candidate.name) || compare(one.candidate.id, other.candidate.id));
  return near.slice(0, mostSuggestions).map(({ candidate }) => ({ id: candidate.id, name: candidate.name }));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The three-letter pieces of each word, its ends marked, so that beginnings weigh and the order of words does not. */
function gramsOf(name: string): Set<string> {
  const words = nameKey(name.slice(0, longestName)).normalize('NFD').replace(/\p{M}/gu, '').match(/[\p{L}\p{N}+#]+/gu) ?? [];
  const grams = new Set<string>();
  for (const word of words) {
    const marked = `  ${word} `;
    for (let at = 0; at + 3 <= marked.length; at += 1) grams.add(marked.slice(at, at + 3));
  }
  return grams;
}
