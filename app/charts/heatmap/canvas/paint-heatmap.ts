import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import type { HeatmapScene } from './heatmap-scene.ts';
import { paintCells } from './paint-cells.ts';
import { paintHeads } from './paint-heads.ts';
import { paintLabels } from './paint-labels.ts';
import { paintRings } from './paint-rings.ts';

/**
 * Draws all that the frame shows of a heatmap, and nothing else: the cells in view, under the heads at the top and the labels at the left,
 * which stay in place. The canvas has the frame's size in device pixels.
 */
export function paintHeatmap(context: CanvasRenderingContext2D, scene: HeatmapScene): void {
  const { layout, told: { typeface }, palette, ratio, view } = scene;
  const { corner: lines, headHeight: top, labelWidth: left } = layout;
  const [width, height] = [view.width - left, view.height - top];
  const ofCells = { ...scene, view: { ...view, width, height } };
  // Whole device pixels, so that edges and digits are sharp wherever the frame is scrolled to.
  const crisp = (length: number) => Math.round(length * ratio) / ratio;
  const inside = (part: 'cells' | 'heads' | 'labels', paint: () => void) => {
    const [x, y] = [part === 'labels' ? 0 : left, part === 'heads' ? 0 : top];
    context.save();
    context.beginPath();
    context.rect(x, y, x ? width : left, y ? height : top);
    context.clip();
    context.translate(x && x - crisp(view.left), y && y - crisp(view.top));
    paint();
    paintRings(context, ofCells, part);
    context.restore();
  };
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, view.width, view.height);
  inside('cells', () => {
    context.textAlign = 'center';
    context.font = `${sizes.cellTextSize}px ${typeface}`;
    paintCells(context, ofCells);
  });
  inside('heads', () => paintHeads(context, ofCells));
  inside('labels', () => paintLabels(context, ofCells, left));
  context.font = `${sizes.noteSize}px ${typeface}`;
  context.fillStyle = palette.muted;
  lines.forEach((text, at) => context.fillText(text, 0, top - sizes.headPadding - (lines.length - 1 - at) * sizes.noteLine));
  context.fillStyle = palette.line;
  context.fillRect(left - 1, top, 1, height);
}
