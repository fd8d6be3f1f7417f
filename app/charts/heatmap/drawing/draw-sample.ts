import { drawCells } from './draw-cells.ts';
import type { Hatches } from './draw-fills.ts';
import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import type { CellLook } from '#app/charts/heatmap/look/look-of.ts';

const height = sizes.rowHeight - sizes.cellGap;
const edge = sizes.cellGap / 2;
const nameless = { rows: [{ name: '' }], columns: [{ name: '' }] };

/** One cell for a key, drawn by the code that draws all pictures, as escaped SVG from its own corner; lengths in pixels. */
export function drawSample(look: CellLook, width: number, hatches?: Hatches): { svg: string; width: number; height: number } {
  const frame = { columns: [{ x: edge, width }], bands: [{ rowIndex: 0, y: 0, height: sizes.rowHeight }], cellsWidth: width, marginWidth: 0 };
  const cells = drawCells(nameless, { frame, bandOfRow: [0] }, { read: () => ({ look, words: '' }), plain: true, ...(hatches && { hatches }) });
  return { svg: `<g transform="translate(${-edge} ${-edge})" font-size="${sizes.cellTextSize}" text-anchor="middle">${cells}</g>`, width, height };
}
