import type { HeatmapScene } from './heatmap-scene.ts';
import type { MountedSheet } from './mount-sheet.ts';
import type { GridPlace } from './move-in-grid.ts';
import { paintHeatmap } from './paint-heatmap.ts';
import { sizeCanvas } from './size-canvas.ts';
import { viewOf } from './view-of.ts';

export interface Painter {
  scene: HeatmapScene;
  /** The places that have rings. */
  pointer: GridPlace | null;
  open: GridPlace | null;
  focus: GridPlace | null;
  /** Asks for the next frame of the screen, however often it is called. */
  draw(): void;
  stop(): void;
}

/** So long nothing is painted before there is rest, in milliseconds. */
const pause = 100;

/** Paints a scene once a frame of the screen at most, as the frame is scrolled to by then, and calls `rest` when nothing was painted for a while. */
export function paintSoon(frame: HTMLElement, { canvas, context }: MountedSheet, scene: HeatmapScene, rest: () => void): Painter {
  let [asked, waiting] = [0, 0];
  const paint = () => {
    asked = 0;
    const { pointer, open, focus } = painter;
    const [view, ratio] = [viewOf(frame), devicePixelRatio];
    sizeCanvas(canvas, view, ratio);
    paintHeatmap(context, { ...painter.scene, view, ratio, rings: [{ place: pointer, kind: 'pointer' }, { place: open, kind: 'open' }, { place: focus, kind: 'focus' }] });
    clearTimeout(waiting);
    waiting = Number(setTimeout(rest, pause));
  };
  const painter: Painter = {
    scene,
    pointer: null,
    open: null,
    focus: null,
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
