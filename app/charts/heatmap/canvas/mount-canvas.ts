import { canvasSurface } from './canvas-surface.ts';
import { followPointer } from './follow-pointer.ts';
import type { Rings } from './heatmap-scene.ts';
import type { HeatmapSource } from './heatmap-source.ts';
import { bandsInView } from './in-view.ts';
import { mountGrid, type MountedGrid } from './mount-grid.ts';
import { mountSheet } from './mount-sheet.ts';
import type { GridPlace } from './move-in-grid.ts';
import { paintSoon } from './paint-soon.ts';
import { placeAt } from './place-at.ts';
import { placePicture } from './place-picture.ts';
import { placeWords } from './place-words.ts';
import { samePlaces } from './same-places.ts';
import { viewOf } from './view-of.ts';
import { watchFrame } from './watch-frame.ts';

export interface MountedCanvas extends Pick<MountedGrid, 'focus' | 'jump'> {
  /** Draws another picture, or the same one otherwise; focus and scroll stay where they are as far as there is such a place. */
  show(source: HeatmapSource): void;
  /** Marks what lies open beside the picture. */
  mark(open: GridPlace | null): void;
  destroy(): void;
}

/**
 * Draws a picture of any size into a frame: a canvas as large as the frame stays in place over a sheet of the picture's size that scrolls,
 * and shows what is in view, once a frame of the screen at most; behind it stands a table of the rows in view, filled when nothing moves.
 * `say` is told what the pointer or the keyboard is on, in a sentence; empty for nothing.
 */
export function mountCanvas(frame: HTMLElement, first: HeatmapSource, say: (sentence: string) => void): MountedCanvas {
  const stop = new AbortController();
  const { signal } = stop;
  const mounted = mountSheet(frame);
  const { table } = mounted;
  const fill = () => {
    const { layout } = painter.placed;
    const view = viewOf(frame);
    table.fill(bandsInView(layout, { ...view, height: Math.max(1, view.height - layout.headHeight) }), layout.bandOfRow[grid.place().row] ?? -1);
    grid.refresh();
  };
  const painter = paintSoon(frame, mounted, placePicture(frame, mounted, first), fill);
  const ring = (kind: keyof Rings, at: GridPlace | null) => {
    const { rings, placed } = painter;
    rings[kind] = at;
    if (kind !== 'open') say(placeWords(placed, rings.pointer ?? rings.focus));
    painter.draw();
  };
  const elementAt = ({ row, column }: GridPlace) => {
    fill();
    return table.element.querySelector<HTMLElement>(`[data-at="${row},${column}"]`);
  };
  const grid = mountGrid(table.element, { ...canvasSurface(frame, painter, elementAt), focused: (at) => ring('focus', at) }, signal);
  followPointer(
    frame,
    {
      placeAt: (x, y) => placeAt(painter.placed.layout, viewOf(frame), x, y),
      pointed: (at) => ring('pointer', at),
      // Before the table stands behind what is seen: it is filled, and the link there clicked.
      clicked: (at) => elementAt(at)?.click(),
    },
    signal,
  );
  const show = (source: HeatmapSource) => {
    const hadFocus = table.element.contains(document.activeElement);
    const kept = samePlaces(painter.placed.told, source.told, grid.place());
    painter.placed = placePicture(frame, mounted, source);
    grid.refresh(kept);
    painter.draw();
    if (hadFocus) elementAt(grid.place())?.focus({ preventScroll: true });
  };
  const again = () => show(painter.placed);
  // At once: what is closed beside the picture makes it wider, and then looks for the cell that the focus comes back to.
  watchFrame(frame, { moved: painter.draw, widened: () => (again(), fill()), recoloured: again }, signal);
  return {
    focus: grid.focus,
    jump: grid.jump,
    show,
    mark: (open) => ring('open', open),
    destroy() {
      stop.abort();
      painter.stop();
      mounted.sheet.remove();
    },
  };
}
