import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { unpackCell } from '#app/domain/capability/picture/unpack-cell.ts';
import { scaleOfSkill, type SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { cellWords } from './cell-words.ts';
import { levelWords } from './level-words.ts';

interface SentenceOptions {
  /** For the metric `holders`. */
  heldLevel: number;
  scales: SkillScales;
}

const changes: readonly PictureMetric[] = ['change', 'people-moved', 'bar-moved'];

/**
 * The whole meaning of a cell after who and what it is about: "agreed working, level 2 of expected 3, one below, stale, since 1 May 2026".
 * A level that the scale does not name is said by its number.
 */
export function cellMeaning(picture: Picture, metric: PictureMetric, at: number, { heldLevel, scales }: SentenceOptions): string {
  const { cells, columns, rows, view } = picture;
  const words = cellWords(picture, metric, at, { heldLevel });
  if (cells.kind === 'count' || changes.includes(metric)) return words;
  const [row, column] = [Math.floor(at / columns.length), at % columns.length];
  const scale = scaleOfSkill(scales, view === 'cycles' ? rows[row]!.id : columns[column]!.id);
  if (cells.kind === 'expectation') {
    const level = cells.expected.charCodeAt(at) - 48;
    return level < 0 ? words : `${levelWords(level, scale)}${words}`;
  }
  const cell = unpackCell(cells, at, '');
  if (cell === null) return words;
  const { agreedLevel, expectedLevel, agreedOn } = cell;
  const since = agreedOn === null || metric === 'age' ? '' : `, since ${formatDate(agreedOn)}`;
  if (agreedLevel !== null) {
    return `agreed ${levelWords(agreedLevel, scale)}level ${agreedLevel}${expectedLevel === null ? '' : ` of expected ${expectedLevel}`}, ${words}${since}`;
  }
  return `${words}${since}${expectedLevel === null ? '' : `, expected ${levelWords(expectedLevel, scale)}level ${expectedLevel}`}`;
}
