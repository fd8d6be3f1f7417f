import type { PersonCells, Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { unpackCell } from '#app/domain/capability/picture/unpack-cell.ts';
import { scaleOfSkill, type SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { levelWords } from './level-words.ts';
import { personWords } from './person-words.ts';

/** The whole meaning of somebody's cell, but for the day since when it is so, which is said between the two. */
export function personMeaning({ cells, columns }: Picture, metric: PictureMetric, at: number, scales: SkillScales): { before: string; after: string } {
  const cell = unpackCell(cells as PersonCells, at, '');
  const words = personWords(cell, metric);
  if (cell === null) return { before: words, after: '' };
  const { agreedLevel, expectedLevel } = cell;
  const scale = scaleOfSkill(scales, columns[at % columns.length]!.id);
  const named = (level: number) => `${levelWords(level, scale)}level ${level}`;
  if (agreedLevel === null) return { before: words, after: expectedLevel === null ? '' : `, expected ${named(expectedLevel)}` };
  return { before: `agreed ${named(agreedLevel)}${expectedLevel === null ? '' : ` of expected ${expectedLevel}`}, ${words}`, after: '' };
}
