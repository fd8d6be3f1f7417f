import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { unpackCell } from '#app/domain/capability/picture/unpack-cell.ts';
import { scaleOfSkill, type SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { cellWords } from './cell-words.ts';
import { isChange } from './is-change.ts';
import { levelWords } from './level-words.ts';
import { personMeaning } from './person-meaning.ts';
import { sinceWords } from './since-words.ts';

interface SentenceOptions {
  /** For the metric `holders`. */
  heldLevel: number;
  scales: SkillScales;
}

/**
 * The whole meaning of a cell after who and what it is about: "agreed working, level 2 of expected 3, one below, stale, since 1 May 2026".
 * A level that the scale does not name is said by its number.
 */
export function cellMeaning(picture: Picture, metric: PictureMetric, at: number, options: SentenceOptions): string {
  const { cells, columns } = picture;
  if (cells.kind === 'count' || isChange(metric)) return cellWords(picture, metric, at, options);
  if (cells.kind === 'expectation') {
    const words = cellWords(picture, metric, at, options);
    const level = cells.expected[at]!;
    return level === '-' ? words : levelWords(+level, scaleOfSkill(options.scales, columns[at % columns.length]!.id)) + words;
  }
  const { lead, words, after } = personMeaning(picture, metric, at, options.scales);
  return lead + words + sinceWords(unpackCell(cells, at, '')?.agreedOn ?? null) + after;
}
