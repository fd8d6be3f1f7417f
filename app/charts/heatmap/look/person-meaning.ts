import type { PersonCells, Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { unpackCell } from '#app/domain/capability/picture/unpack-cell.ts';
import { scaleOfSkill, type SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { levelWords } from './level-words.ts';
import { personWords } from './person-words.ts';

/**
 * The whole meaning of somebody's cell in parts: the agreed level before its state and marks, and what is expected after them. Before the last
 * stands the day since when it is so.
 */
export function personMeaning({ cells, columns }: Picture, metric: PictureMetric, at: number, scales: SkillScales): { lead: string; words: string; after: string } {
  const cell = unpackCell(cells as PersonCells, at, '');
  const words = personWords(cell, metric);
  if (cell === null) return { lead: '', words, after: '' };
  const { agreedLevel, expectedLevel } = cell;
  const scale = scaleOfSkill(scales, columns[at % columns.length]!.id);
  const named = (level: number) => `${levelWords(level, scale)}level ${level}`;
  if (agreedLevel === null) return { lead: '', words, after: expectedLevel === null ? '' : `, expected ${named(expectedLevel)}` };
  return { lead: `agreed ${named(agreedLevel)}${expectedLevel === null ? '' : ` of expected ${expectedLevel}`}, `, words, after: '' };
}
