import { tellFigure } from '#app/charts/heatmap/told/tell-figure.ts';
import type { ToldFigure } from '#app/charts/heatmap/told/told-figure.ts';
import type { ServiceMatrix } from '#app/domain/capability/cell.ts';
import { glancePicture } from './glance-picture.ts';

/** What the picture of a service at home is drawn from. */
export function tellGlance(matrix: ServiceMatrix, today: string): ToldFigure {
  return tellFigure(glancePicture(matrix, today), { metrics: ['met'], scales: { versions: [], ofSkill: {} } });
}
