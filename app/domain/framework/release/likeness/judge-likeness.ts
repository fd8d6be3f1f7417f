import { compareTies } from './compare-ties.ts';
import type { TiesLikeness } from './compare-ties.ts';
import { compareWording } from './compare-wording.ts';
import type { WordingLikeness } from './compare-wording.ts';
import type { LikenessFrame } from './likeness-frame.ts';
import type { PartPortrait } from './part-portrait.ts';

/** How alike two parts are. `wording`, `ties` and `marks` are null where there is nothing to hold against each other. */
export interface Likeness {
  /** 0-1 each. */
  name: number;
  wording: WordingLikeness | null;
  ties: TiesLikeness | null;
  marks: number | null;
  /** 0-1: how sure it is that the one after is the one before under another name. */
  confidence: number;
}

/**
 * How sure it is that `after` is `before` under another name. The weighed mean of what can be known:
 * - names 0.30 (of role levels 0.25): Dice of their words without endings, 2 x common / both, each weighed by its rarity in
 *   names; halved where they tell different ranks ("senior", "lead");
 * - wording 0.50 for a skill, 0.15 otherwise: see compareWording. What a skill says is what it is;
 * - ties 0.20 for a skill, 0.40 for a role, 0.50 for a role level: see compareTies. What a role expects is what it is,
 *   while many skills are expected by the same role levels;
 * - marks 0.15 for a role (words of its role levels), 0.10 for a role level (grades): Jaccard.
 * What cannot be known is left out and the other weights are shared out anew; so that less knowledge is not more
 * certainty, the result is at most 0.8 for a skill without wording or a role or role level without ties (0.55 where the names
 * are less than half alike too: many skills are expected by the same role levels), and at most 0.5 where the names alone
 * are known. The same wording in three or more lines and nothing else is at least 0.7.
 * A change note that says so lifts it to 0.95 or more, but to no more than 0.6 where something else is known and all of
 * it speaks against it (names below 0.3, wording and ties below 0.2).
 */
export function judgeLikeness(before: PartPortrait, after: PartPortrait, frame: LikenessFrame, noted: boolean): Likeness {
  const name = ranksOf(before) === ranksOf(after) ? dice(before.words, after.words) : dice(before.words, after.words) / 2;
  const wording = compareWording(before, after);
  const ties = compareTies(before.ties, after.ties, frame.tieWeight);
  const marks = before.marks.size === 0 || after.marks.size === 0 ? null : jaccard(before.marks, after.marks);
  const { weights } = frame;
  const known: [number, number][] = [[weights.name, name]];
  if (wording !== null) known.push([weights.wording, wording.alike]);
  if (ties !== null) known.push([weights.ties, ties.alike]);
  if (marks !== null) known.push([weights.marks, marks]);
  const mean = known.reduce((sum, [weight, share]) => sum + weight * share, 0) / known.reduce((sum, [weight]) => sum + weight, 0);
  const lacking = weights.wording >= weights.ties ? wording === null : ties === null;
  const most = wording === null && ties === null ? 0.5 : !lacking ? 1 : name < 0.5 ? 0.55 : 0.8;
  const least = wording !== null && wording.same === wording.lines && wording.lines >= 3 ? 0.7 : 0;
  const judged = Math.max(least, Math.min(most, mean));
  const against = (wording !== null || ties !== null) && name < 0.3 && (wording?.alike ?? 0) < 0.2 && (ties?.alike ?? 0) < 0.2;
  // Rounded, so that the order in which weights were added up decides nothing.
  const confidence = Math.round((noted ? Math.max(judged, against ? 0.6 : 0.95) : judged) * 1000) / 1000;
  return { name, wording, ties, marks, confidence };
}

/** Of role levels, by their words without endings. */
const ranks = new Set(['apprentic', 'traine', 'junior', 'assistant', 'associat', 'senior', 'major', 'lead', 'principal', 'head', 'chief', 'deput', 'director']);

function ranksOf({ words }: PartPortrait): string {
  return [...words.keys()].filter((word) => ranks.has(word)).sort().join(' ');
}

function dice(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): number {
  const sum = (weights: Iterable<number>) => [...weights].reduce((total, weight) => total + weight, 0);
  const common = sum([...left].filter(([word]) => right.has(word)).map(([, weight]) => weight));
  const both = sum(left.values()) + sum(right.values());
  return both === 0 ? 1 : (2 * common) / both;
}

function jaccard(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const common = [...left].filter((thing) => right.has(thing)).length;
  return common / (left.size + right.size - common);
}
