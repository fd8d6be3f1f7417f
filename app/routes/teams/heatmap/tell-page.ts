import { cleanNames } from '#app/charts/heatmap/drawing/clean-names.ts';
import { tellFigure } from '#app/charts/heatmap/told/tell-figure.ts';
import { writeFigure } from '#app/charts/heatmap/told/write-figure.ts';
import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { sidesOf } from './sides-of.ts';

interface PageOptions {
  metrics: readonly PictureMetric[];
  scales: SkillScales;
  /** Two days stand beside each other, where there are two. */
  isSide: boolean;
  /** One small picture a team. */
  isMultiple: boolean;
}

/** What a page draws a picture from: nothing of it has to be looked up or measured where it is drawn. */
export function tellPage(shown: Picture, { isSide, isMultiple, ...tell }: PageOptions) {
  const picture = cleanNames(shown);
  const { cells, earlier: _earlier, ...named } = picture;
  const sides = isSide ? sidesOf(picture) : null;
  return {
    /** Its names, without a figure. */
    picture: { ...named, kind: cells.kind },
    /** Drawn and tabled, for `openFigure`: one picture, or of two days the earlier first; none where it is drawn small. */
    figures: isMultiple ? [] : (sides === null ? [picture] : [sides.before, sides.after]).map((one) => writeFigure(tellFigure(one, tell))),
    /** One small picture a team is drawn of this. */
    multiples: isMultiple ? picture : null,
  };
}
