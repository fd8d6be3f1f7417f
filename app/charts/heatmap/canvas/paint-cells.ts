import { heatmapSizes as sizes } from '#app/charts/heatmap/layout/heatmap-sizes.ts';
import type { CellBox } from '#app/charts/heatmap/layout.ts';
import { markPath } from '#app/charts/heatmap/look/mark-path.ts';
import type { HeatmapScene } from './heatmap-scene.ts';
import { bandsInView, columnsInView } from './in-view.ts';
import { paintMargin } from './paint-margin.ts';

function into<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Lines at 45 degrees, upwards to the right for a shortfall and downwards for more than is expected. */
function hatch(context: CanvasRenderingContext2D, { x, y, width, height }: CellBox, isShort: boolean): void {
  for (let along = 6; along < width + height; along += 6) {
    const [from, to] = [Math.max(0, along - height), Math.min(along, width)];
    context.moveTo(isShort ? x + from : x + width - from, y + along - from);
    context.lineTo(isShort ? x + to : x + width - to, y + along - to);
  }
}

/**
 * Draws the cells in view, from the first cell's corner, as the SVG drawing has them: fill, border, text and marks; and the rules above
 * groups. Cells of one colour are drawn together, since a canvas is slow at changing colours and fast at everything else.
 */
export function paintCells(context: CanvasRenderingContext2D, scene: HeatmapScene): void {
  const { layout, palette, view } = scene;
  const { bands, columns, cellsWidth, marginWidth } = layout.frame;
  const [shown, across] = [bandsInView(bands, view.top, view.height), columnsInView(columns, view.left, view.width)];
  const fills = new Map<string, CellBox[]>();
  const borders = new Map<string, CellBox[]>();
  const texts = new Map<string, [text: string, x: number, y: number][]>();
  const marks = new Map<string, string[]>();
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  context.beginPath();
  for (let band = shown.from; band < shown.to; band += 1) {
    const { rowIndex, y } = bands[band]!;
    if (rowIndex === null) {
      if (y > 0) context.rect(0, y + sizes.groupPadding / 2, cellsWidth + marginWidth, 0);
      continue;
    }
    for (let column = across.from; column < across.to; column += 1) {
      const look = scene.look(rowIndex * columns.length + column);
      const box = layout.box(rowIndex, column);
      if (look.fill !== null && !palette.isForced) into(fills, look.fill, box);
      if (palette.isForced && look.hatch !== 'none') into(borders, look.hatch === 'short' ? 'hatch-short' : 'hatch-over', box);
      if (look.border !== 'none') into(borders, look.border, box);
      const colour = palette.isForced ? palette.ink : look.textColour;
      into(texts, colour, [look.text, box.x + box.width / 2, box.y + box.height / 2 + 5]);
      for (const mark of look.marks) {
        const path = markPath(mark, box, look.border === 'none' ? 1.5 : 3);
        if (path) into(marks, `${path.isFilled ? 'fill' : 'line'}${colour}`, path.d);
      }
    }
  }
  context.stroke();
  const margins = layout.margins?.rows;
  for (const { rowIndex, y, height } of margins ? bands.slice(shown.from, shown.to) : []) {
    const margin = rowIndex === null ? undefined : margins![rowIndex];
    if (margin) paintMargin(context, margin, palette, cellsWidth + 8, y + (height - sizes.marginBar) / 2, marginWidth - 12);
  }
  for (const [fill, boxes] of fills) {
    context.fillStyle = fill;
    for (const { x, y, width, height } of boxes) context.fillRect(x, y, width, height);
  }
  for (const [kind, boxes] of borders) paintBorders(context, kind, boxes, scene);
  for (const [colour, lines] of texts) {
    context.fillStyle = colour;
    for (const [text, x, y] of lines) context.fillText(text, x, y);
  }
  context.lineWidth = 1.3;
  for (const [kind, paths] of marks) {
    const path = new Path2D(paths.join(''));
    context.fillStyle = context.strokeStyle = kind.slice(4);
    if (kind.startsWith('fill')) context.fill(path);
    else context.stroke(path);
  }
}

/** A border is drawn inside the cell's edge, so that neighbours keep their distance. */
function paintBorders(context: CanvasRenderingContext2D, kind: string, boxes: readonly CellBox[], { palette }: HeatmapScene): void {
  const isHatch = kind.startsWith('hatch');
  const thickness = kind === 'dashed' || isHatch ? 1 : 2;
  context.strokeStyle = kind === 'dashed' && !palette.isForced ? palette.muted : palette.ink;
  context.lineWidth = thickness;
  context.globalAlpha = isHatch ? 0.3 : 1;
  context.setLineDash(kind.endsWith('dashed') ? [4, 3] : []);
  context.beginPath();
  for (const box of boxes) {
    if (isHatch) hatch(context, box, kind === 'hatch-short');
    else context.rect(box.x + thickness / 2, box.y + thickness / 2, box.width - thickness, box.height - thickness);
  }
  context.stroke();
  context.globalAlpha = 1;
  context.setLineDash([]);
}
