import type { PartPortrait } from './part-portrait.ts';

export interface WordingLikeness {
  /** 0-1: Jaccard of whole lines, or likeness of their telling words where lines were edited, whichever is higher. */
  alike: number;
  /** 0-1, the same the one way round: how much of the wording before stands in that after, and of that after in that before. */
  covered: number;
  covering: number;
  /** Lines that are the same, and lines that either has. */
  same: number;
  lines: number;
}

/** Unrelated texts of one trade share about this much of their telling words; it counts as nothing. */
const chance = 0.2;

/**
 * How alike two wordings are. Only places (levels, description) that both have lines for are held against each other;
 * null where there is none. Whole lines are compared place by place (P. Jaccard 1901: common / either). Where lines were
 * edited, telling words are, 2 x common / both, each word weighed by its rarity, less what unrelated texts share anyway.
 * Our own summary against official wording speaks for likeness where they agree and never against it: then null.
 */
export function compareWording(before: PartPortrait, after: PartPortrait): WordingLikeness | null {
  let [same, left, right, common, leftSum, rightSum] = [0, 0, 0, 0, 0, 0];
  let unlikeSources = false;
  for (const [place, had] of before.places) {
    const has = after.places.get(place);
    if (has === undefined) continue;
    left += had.lines.size;
    right += has.lines.size;
    for (const line of had.lines) if (has.lines.has(line)) same += 1;
    leftSum += had.sum;
    rightSum += has.sum;
    for (const [word, weight] of had.words) if (has.words.has(word)) common += weight;
    if (had.ours !== has.ours) unlikeSources = true;
  }
  if (left === 0) return null;
  const lines = left + right - same;
  const alike = Math.max(same / lines, beyondChance((2 * common) / (leftSum + rightSum)));
  const covered = Math.max(same / left, beyondChance(common / leftSum));
  const covering = Math.max(same / right, beyondChance(common / rightSum));
  return unlikeSources && Math.max(alike, covered, covering) < 0.6 ? null : { alike, covered, covering, same, lines };
}

function beyondChance(share: number): number {
  return Math.max(0, (share - chance) / (1 - chance));
}
