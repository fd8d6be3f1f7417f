import { heatmapSizes as sizes } from '#app/charts/heatmap/layout/heatmap-sizes.ts';
import { fontOf } from './font-of.ts';
import type { HeatmapScene } from './heatmap-scene.ts';
import { labelWidth } from './label-width.ts';
import { paintCells } from './paint-cells.ts';
import { paintHeads } from './paint-heads.ts';
import { paintLabels } from './paint-labels.ts';
import { paintRings } from './paint-rings.ts';

/**
 * Draws all that the frame shows of a heatmap, and nothing else: the cells in view, under the heads at the top and the labels at the left,
 * which stay in place. The canvas has the frame's size in device pixels.
 */
export function paintHeatmap(context: CanvasRenderingContext2D, scene: HeatmapScene): void {
  const { layout, palette, ratio, view } = scene;
  const { corner, headHeight: top } = layout.frame;
  const left = labelWidth(scene);
  // Whole device pixels, so that edges and digits are sharp wherever the frame is scrolled to.
  const crisp = (length: number) => Math.round(length * ratio) / ratio;
  const inside = (x: number, y: number, width: number, height: number, scrollX: number, scrollY: number, paint: () => void) => {
    context.save();
    context.beginPath();
    context.rect(x, y, width, height);
    context.clip();
    context.translate(x - crisp(scrollX), y - crisp(scrollY));
    paint();
    context.restore();
  };
  const [width, height] = [view.width - left, view.height - top];
  const cellsView = { ...view, width, height };
  const ofCells = { ...scene, view: cellsView };
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textAlign = 'start';
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, view.width, view.height);
  inside(left, top, width, height, view.left, view.top, () => {
    context.textAlign = 'center';
    context.font = fontOf(sizes.cellTextSize);
    paintCells(context, ofCells);
    paintRings(context, ofCells, 'cells');
  });
  inside(left, 0, width, top, view.left, 0, () => {
    paintHeads(context, ofCells);
    paintRings(context, ofCells, 'heads');
  });
  inside(0, top, left, height, 0, view.top, () => {
    paintLabels(context, ofCells, left);
    paintRings(context, ofCells, 'labels');
  });
  context.font = fontOf(sizes.noteSize);
  context.fillStyle = palette.muted;
  const lines = corner[scene.labels];
  lines.forEach((text, at) => context.fillText(text, 0, top - sizes.headPadding - (lines.length - 1 - at) * sizes.noteLine));
  context.fillStyle = palette.line;
  context.fillRect(left - 1, top, 1, height);
}
