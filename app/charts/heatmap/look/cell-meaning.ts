import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { unpackCell } from '#app/domain/capability/picture/unpack-cell.ts';
import { scaleOfSkill, type SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { cellWords } from './cell-words.ts';
import { dayWords } from './day-words.ts';
import { isChange } from './is-change.ts';
import { levelWords } from './level-words.ts';

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
  const { cells, columns, rows, view } = picture;
  const words = cellWords(picture, metric, at, options);
  if (cells.kind === 'count' || isChange(metric)) return words;
  const across = columns.length;
  const scale = scaleOfSkill(options.scales, view === 'cycles' ? rows[Math.floor(at / across)]!.id : columns[at % across]!.id);
  if (cells.kind === 'expectation') {
    const level = cells.expected[at]!;
    return level === '-' ? words : levelWords(+level, scale) + words;
  }
  const cell = unpackCell(cells, at, '');
  if (cell === null) return words;
  const { agreedLevel, expectedLevel, agreedOn } = cell;
  const since = agreedOn === null || metric === 'age' ? '' : `, since ${dayWords(agreedOn)}`;
  const named = (level: number) => `${levelWords(level, scale)}level ${level}`;
  if (agreedLevel === null) return words + since + (expectedLevel === null ? '' : `, expected ${named(expectedLevel)}`);
  return `agreed ${named(agreedLevel)}${expectedLevel === null ? '' : ` of expected ${expectedLevel}`}, ${words}${since}`;
}
