import type { Rings } from './heatmap-scene.ts';
import type { PlacedHeatmap } from './heatmap-source.ts';
import type { MountedSheet } from './mount-sheet.ts';
import { paintHeatmap } from './paint-heatmap.ts';
import { sizeCanvas } from './size-canvas.ts';
import { viewOf } from './view-of.ts';

export interface Painter {
  /** What is painted. */
  placed: PlacedHeatmap;
  rings: Rings;
  /** Asks for the next frame of the screen, however often it is called. */
  draw(): void;
  stop(): void;
}

/** So long nothing is painted before there is rest, in milliseconds. */
const pause = 100;

/** Paints a picture once a frame of the screen at most, as the frame is scrolled to by then, and calls `rest` when nothing was painted for a while. */
export function paintSoon(frame: HTMLElement, { canvas, context }: MountedSheet, first: PlacedHeatmap, rest: () => void): Painter {
  let [asked, waiting] = [0, 0];
  const paint = () => {
    asked = 0;
    const [view, ratio] = [viewOf(frame), devicePixelRatio];
    sizeCanvas(canvas, view, ratio);
    paintHeatmap(context, { ...painter.placed, view, ratio, rings: painter.rings });
    clearTimeout(waiting);
    waiting = window.setTimeout(rest, pause);
  };
  const painter: Painter = {
    placed: first,
    rings: { pointer: null, open: null, focus: null },
    draw() {
      asked ||= requestAnimationFrame(paint);
    },
    stop() {
      clearTimeout(waiting);
      cancelAnimationFrame(asked);
      // Whatever still asks, asks in vain.
      asked = -1;
    },
  };
  paint();
  return painter;
}
