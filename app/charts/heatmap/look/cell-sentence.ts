import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { cellMeaning } from './cell-meaning.ts';

interface SentenceOptions {
  /** For the metric `holders`. */
  heldLevel: number;
  scales: SkillScales;
}

/** A cell as one sentence for someone who does not see it: "Asha Rao, Continuity management: agreed working, level 2 of expected 3, one below". */
export function cellSentence(picture: Picture, metric: PictureMetric, row: number, column: number, options: SentenceOptions): string {
  return `${picture.rows[row]!.name}, ${picture.columns[column]!.name}: ${cellMeaning(picture, metric, row * picture.columns.length + column, options)}`;
}
