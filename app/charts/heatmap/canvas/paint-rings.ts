import type { HeatmapScene } from './heatmap-scene.ts';
import { placeBox } from './place-box.ts';

/**
 * Draws the rings around places in one part of the picture. A ring is a line of ink outside a line of another colour, light beside dark:
 * whatever the cell's fill and the page are, one of the two stands out from it by 3:1 and more.
 */
export function paintRings(context: CanvasRenderingContext2D, { layout, palette, rings }: HeatmapScene, part: 'cells' | 'heads' | 'labels'): void {
  for (const [kind, place] of Object.entries(rings)) {
    const box = place && placeBox(layout, place);
    if (!box || (place.row < 0 ? 'heads' : place.column < 0 ? 'labels' : 'cells') !== part) continue;
    context.lineWidth = 3;
    const line = (colour: string, inset: number) => {
      context.strokeStyle = colour;
      context.strokeRect(box.x + inset, box.y + inset, box.width - 2 * inset, box.height - 2 * inset);
    };
    if (kind !== 'pointer') line(kind === 'open' ? palette.paper : palette.focus, 3);
    line(kind === 'pointer' ? palette.pointer : palette.ink, 0.5);
  }
}
