import type { CellBox } from '#app/charts/heatmap/layout/heatmap-layout.ts';

/** Adds to the path lines at 45 degrees, upwards to the right for a shortfall and downwards for more than is expected. */
export function hatchBox(context: CanvasRenderingContext2D, { x, y, width, height }: CellBox, isShort: boolean): void {
  const across = (by: number) => (isShort ? x + by : x + width - by);
  for (let along = 6; along < width + height; along += 6) {
    const [from, to] = [Math.max(0, along - height), Math.min(along, width)];
    context.moveTo(across(from), y + along - from);
    context.lineTo(across(to), y + along - to);
  }
}
