import type { CellBox } from '#app/charts/heatmap/layout/heatmap-layout.ts';
import type { CellLook } from '#app/charts/heatmap/look/look-of.ts';
import { placeMark } from '#app/charts/heatmap/look/place-mark.ts';
import type { ToldPicture } from '#app/charts/heatmap/told/told-picture.ts';
import { hatchBox } from './hatch-box.ts';
import type { Palette } from './palette.ts';

/** Draws one cell as the SVG drawing has it: fill, or hatch in the system's colours, border, text and marks. */
export function paintCell(context: CanvasRenderingContext2D, { text, fill, textColour, border, hatch, marks }: CellLook, box: CellBox, palette: Palette, drawings: ToldPicture['marks']): void {
  const { x, y, width, height } = box;
  const { isForced, ink } = palette;
  if (fill !== null && !isForced) {
    context.fillStyle = fill;
    context.fillRect(x, y, width, height);
  }
  if (isForced && hatch !== 'none') {
    context.strokeStyle = ink;
    context.lineWidth = 1;
    context.globalAlpha = 0.3;
    context.beginPath();
    hatchBox(context, box, hatch === 'short');
    context.stroke();
    context.globalAlpha = 1;
  }
  if (border !== 'none') {
    // Inside the cell's edge, so that neighbours keep their distance.
    const thickness = border === 'dashed' ? 1 : 2;
    context.strokeStyle = border === 'dashed' ? palette.muted : ink;
    context.lineWidth = thickness;
    context.setLineDash(border === 'short' ? [] : [4, 3]);
    context.strokeRect(x + thickness / 2, y + thickness / 2, width - thickness, height - thickness);
    context.setLineDash([]);
  }
  context.fillStyle = context.strokeStyle = isForced ? ink : textColour;
  context.fillText(text, x + width / 2, y + height / 2 + 5);
  context.lineWidth = 1.3;
  for (const mark of marks) {
    const drawing = drawings[mark];
    if (!drawing) continue;
    const { d, isFilled } = placeMark(drawing, box, border === 'none' ? 1.5 : 3);
    context[isFilled ? 'fill' : 'stroke'](new Path2D(d));
  }
}
