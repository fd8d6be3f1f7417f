import type { Margin } from '#app/domain/capability/picture/margins-of.ts';
import { gapFill } from '#app/charts/colour.ts';
import { marginBar as height } from '#app/charts/heatmap/layout/sizes.ts';
import type { Palette } from './heatmap-scene.ts';

/** Draws the bar of a row or column as the SVG has it, from (x, y): met is solid, short is outlined, open is a line at the foot. Nothing before it is counted. */
export function paintMargin(context: CanvasRenderingContext2D, margin: Margin | undefined, palette: Palette, x: number, y: number, width: number): void {
  if (!margin) return;
  const { met, short, open } = margin;
  const unit = width / (met + short + open || 1);
  context.fillStyle = palette.muted;
  context.fillRect(x, y, met * unit, height);
  context.fillRect(x + (met + short) * unit, y + height - 1, open * unit, 1);
  if (short === 0) return;
  context.fillStyle = palette.isForced ? palette.paper : gapFill(-2);
  context.strokeStyle = palette.ink;
  context.lineWidth = 1;
  const inside = Math.max(1, short * unit - 1);
  context.fillRect(x + met * unit, y, inside, height);
  context.strokeRect(x + met * unit + 0.5, y + 0.5, inside, height - 1);
}
