import type { View } from './scroll-to-show.ts';

/** Gives a canvas the size of what the frame shows, at the resolution of the screen. A canvas that has it is left alone: setting it would clear it. */
export function sizeCanvas(canvas: HTMLCanvasElement, { width, height }: View, ratio: number): void {
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width === across && canvas.height === down) return;
  canvas.width = across;
  canvas.height = down;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}
