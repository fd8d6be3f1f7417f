import { metricsOf } from '#app/domain/capability/picture/metrics-of.ts';
import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import type { PlacedHeatmap } from '#app/charts/heatmap/canvas/heatmap-source.ts';
import { layoutLarge } from '#app/charts/heatmap/canvas/layout-large.ts';
import type { HeatmapHrefs } from '#app/charts/heatmap/heatmap-hrefs.ts';
import { readTold } from '#app/charts/heatmap/told/read-told.ts';
import { tellPicture } from '#app/charts/heatmap/told/tell-picture.ts';
import type { ToldPicture } from '#app/charts/heatmap/told/told-picture.ts';

interface Placing {
  metric: PictureMetric;
  heldLevel: number;
  scales: SkillScales;
  availableWidth: number;
  hrefs?: HeatmapHrefs;
}

/** A picture as a browser has it, after its way there as JSON: told, laid out with wide labels, and in the colours of every picture. */
export function placedPicture(picture: Picture, { metric, heldLevel, scales, availableWidth, hrefs = {} }: Placing): PlacedHeatmap {
  const metrics = [metric, ...metricsOf(picture.view, false)];
  const told = JSON.parse(JSON.stringify(tellPicture(picture, { metrics: [...new Set(metrics)], scales }))) as ToldPicture;
  const cells = readTold(told, metric, heldLevel);
  const layout = layoutLarge(told, { metric: cells.metric, labels: 'wide', availableWidth });
  const palette = { ...told.colours, isForced: false, focus: '#FFDD00', pointer: '#003078' };
  return { told, metric, heldLevel, hrefs, label: 'Agreed', cells, layout, palette };
}
