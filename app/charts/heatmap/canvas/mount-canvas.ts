import { type Margin, marginsOf } from '#app/domain/capability/picture/margins-of.ts';
import { followPointer } from './follow-pointer.ts';
import type { HeatmapSource } from './heatmap-source.ts';
import { bandsInView } from './in-view.ts';
import { labelWidth } from './label-width.ts';
import { mountGrid, type MountedGrid } from './mount-grid.ts';
import { mountSheet } from './mount-sheet.ts';
import type { GridPlace } from './move-in-grid.ts';
import { paintSoon } from './paint-soon.ts';
import { placeAt } from './place-at.ts';
import { placeBox } from './place-box.ts';
import { placePicture } from './place-picture.ts';
import { placeWords } from './place-words.ts';
import { samePlaces } from './same-places.ts';
import { showPlace } from './show-place.ts';
import { viewOf } from './view-of.ts';

interface CanvasOptions {
  /** Whether each row and column has its bar. */
  hasMargins?: boolean;
  /** Told what the pointer or the keyboard is on, in a sentence; empty for nothing. */
  say?: (sentence: string) => void;
}

export interface MountedCanvas extends Pick<MountedGrid, 'focus' | 'jump'> {
  /** Draws another picture, or the same one otherwise; focus and scroll stay where they are as far as there is such a place. */
  show(source: HeatmapSource): void;
  /** Marks what lies open beside the picture. */
  mark(open: GridPlace | null): void;
  destroy(): void;
}

const uncounted = (): { rows: Margin[]; columns: Margin[] } => ({ rows: [], columns: [] });

/**
 * Draws a picture of any size into a frame: a canvas as large as the frame stays in place over a sheet of the picture's size that scrolls,
 * and shows what is in view, once a frame of the screen at most; behind it stands a table of the rows in view, filled when nothing moves.
 */
export function mountCanvas(frame: HTMLElement, first: HeatmapSource, { hasMargins = false, say }: CanvasOptions = {}): MountedCanvas {
  const stop = new AbortController();
  const mounted = mountSheet(frame);
  const { table } = mounted;
  let [margins, room] = [uncounted(), 0];
  const place = (source: HeatmapSource) => {
    room = frame.clientWidth;
    const found = placePicture(frame, mounted, source, hasMargins ? margins : null);
    table.show(found.placed);
    return found;
  };
  const begun = place(first);
  let { placed } = begun;

  const fill = () => {
    const { frame: frameLayout, bandOfRow } = placed.layout;
    const view = viewOf(frame);
    table.fill(bandsInView(frameLayout, { ...view, height: Math.max(1, view.height - frameLayout.headHeight) }), bandOfRow[grid.place().row] ?? -1);
    grid.refresh();
  };
  const painter = paintSoon(frame, mounted, begun.scene, () => {
    fill();
    if (!hasMargins || margins.rows.length > 0) return;
    Object.assign(margins, marginsOf(placed.picture));
    painter.draw();
  });
  const tell = (kind: 'pointer' | 'focus', at: GridPlace | null) => {
    painter[kind] = at;
    say?.(placeWords(placed, painter.pointer ?? painter.focus));
    painter.draw();
  };
  const elementAt = ({ row, column }: GridPlace) => {
    fill();
    return table.element.querySelector<HTMLElement>(`[data-at="${row},${column}"]`);
  };
  const grid = mountGrid(
    table.element,
    {
      rowNames: () => placed.picture.rows.map(({ name }) => name),
      columns: () => placed.picture.columns.length,
      page: () => Math.max(1, Math.floor((frame.clientHeight - placed.layout.frame.headHeight) / placed.layout.frame.bands.at(-1)!.height) - 1),
      reach: (at) => {
        const { layout } = placed;
        const box = placeBox(layout, at);
        if (!box) return null;
        showPlace(frame, at, box, { left: labelWidth(layout), top: layout.frame.headHeight });
        return elementAt(at);
      },
      focused: (at) => tell('focus', at),
    },
    stop.signal,
  );
  followPointer(
    frame,
    {
      placeAt: (x, y) => placeAt(placed.layout, viewOf(frame), x, y),
      pointed: (at) => tell('pointer', at),
      // Before the table stands behind what is seen: it is filled, and the link there clicked.
      clicked: (at) => elementAt(at)?.click(),
    },
    stop.signal,
  );
  const show = (source: HeatmapSource) => {
    const hadFocus = table.element.contains(document.activeElement);
    if (source.picture !== placed.picture) margins = uncounted();
    const kept = samePlaces(placed.picture, source.picture, grid.place());
    ({ placed, scene: painter.scene } = place(source));
    grid.refresh(kept);
    painter.draw();
    if (hadFocus) elementAt(grid.place())?.focus({ preventScroll: true });
  };
  const resized = new ResizeObserver(() => {
    if (frame.clientWidth === room) {
      painter.draw();
      return;
    }
    show(placed);
    // At once: what is closed beside the picture makes it wider, and then looks for the cell that the focus comes back to.
    fill();
  });
  resized.observe(frame);
  const until = { signal: stop.signal };
  frame.addEventListener('scroll', painter.draw, until);
  window.addEventListener('resize', painter.draw, until);
  matchMedia('(forced-colors: active)').addEventListener('change', () => show(placed), until);
  void document.fonts.ready.then(painter.draw);
  return {
    focus: grid.focus,
    jump: grid.jump,
    show,
    mark(open) {
      painter.open = open;
      painter.draw();
    },
    destroy() {
      stop.abort();
      resized.disconnect();
      painter.stop();
      mounted.sheet.remove();
    },
  };
}
