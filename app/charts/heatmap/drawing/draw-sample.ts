import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { drawCells } from './draw-cells.ts';
import type { Hatches } from './draw-fills.ts';
import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import { layoutHeatmap } from '#app/charts/heatmap/layout.ts';

const nameless = { versions: [], ofSkill: {} };
/** The level does not show in the text of a cell; a sample's people hold the highest. */
const heldLevel = 9;

/** A picture of one cell for a key, drawn by the code that draws all pictures, as escaped SVG from its own corner; lengths in pixels. */
export function drawSample(picture: Picture, metric: PictureMetric, hatches?: Hatches): { svg: string; width: number; height: number } {
  const layout = layoutHeatmap(picture, { metric, heldLevel, availableWidth: 1 });
  const { x, y, width, height } = layout.box(0, 0);
  const cells = drawCells(picture, layout, { metric, heldLevel, scales: nameless, plain: true, ...(hatches && { hatches }) });
  return { svg: `<g transform="translate(${-x} ${-y})" font-size="${sizes.cellTextSize}" text-anchor="middle">${cells}</g>`, width, height };
}
