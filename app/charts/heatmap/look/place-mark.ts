import type { CellBox } from '#app/charts/heatmap/layout/heatmap-layout.ts';
import type { MarkDrawing } from './mark-drawings.ts';

/** A mark in a cell, as SVG path data; a closed path is filled, another one drawn as a line. `inset` keeps it clear of the border, in pixels. */
export function placeMark([right, bottom, x, y, path]: MarkDrawing, box: CellBox, inset: number): { d: string; isFilled: boolean } {
  const from = (start: number, length: number, end: number, along: number) => Math.round((start + along + (end ? length - inset : inset)) * 100) / 100;
  return { d: `M${from(box.x, box.width, right, x)},${from(box.y, box.height, bottom, y)}${path}`, isFilled: path.endsWith('z') };
}
