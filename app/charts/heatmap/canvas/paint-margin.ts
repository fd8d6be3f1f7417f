import { marginBar as height } from '#app/charts/heatmap/layout/sizes.ts';
import type { Palette } from './palette.ts';

/**
 * Draws the bar of a row or column as the SVG has it, from (x, y): met is solid, short is outlined, open is a line at the foot. `counts` are
 * the three of each row or column, one after the other; nothing is drawn where there are none.
 */
export function paintMargin(context: CanvasRenderingContext2D, counts: readonly number[] | undefined, at: number, palette: Palette, x: number, y: number, width: number): void {
  if (!counts) return;
  const [met, short, open] = counts.slice(3 * at, 3 * at + 3) as [number, number, number];
  const unit = width / (met + short + open || 1);
  context.fillStyle = palette.muted;
  context.fillRect(x, y, met * unit, height);
  context.fillRect(x + (met + short) * unit, y + height - 1, open * unit, 1);
  if (short === 0) return;
  context.fillStyle = palette.short;
  context.strokeStyle = palette.ink;
  context.lineWidth = 1;
  const inside = Math.max(1, short * unit - 1);
  context.fillRect(x + met * unit, y, inside, height);
  context.strokeRect(x + met * unit + 0.5, y + 0.5, inside, height - 1);
}
