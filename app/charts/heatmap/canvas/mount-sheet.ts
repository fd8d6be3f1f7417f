import { behindTable, type BehindTable } from './behind-table.ts';

export interface MountedSheet {
  sheet: HTMLElement;
  canvas: HTMLCanvasElement;
  context: CanvasRenderingContext2D;
  table: BehindTable;
}

/** Puts into the frame what stands there: a sheet of the picture's size that scrolls, a canvas over it that stays, and the table behind that. */
export function mountSheet(frame: HTMLElement): MountedSheet {
  const sheet = document.createElement('div');
  const canvas = document.createElement('canvas');
  const table = behindTable();
  sheet.className = 'heatmap-sheet';
  canvas.className = 'heatmap-canvas';
  canvas.setAttribute('aria-hidden', 'true');
  sheet.append(canvas, table.element);
  frame.append(sheet);
  return { sheet, canvas, context: canvas.getContext('2d', { alpha: false })!, table };
}
