import { type Margin, marginsOf } from '#app/domain/capability/picture/margins-of.ts';
import { cellLook } from '#app/charts/heatmap/look/cell-look.ts';
import { cellSentence } from '#app/charts/heatmap/look/cell-sentence.ts';
import { behindTable } from './behind-table.ts';
import type { HeatmapScene, Ring } from './heatmap-scene.ts';
import type { HeatmapSource, PlacedHeatmap } from './heatmap-source.ts';
import { bandsInView } from './in-view.ts';
import { labelWidth } from './label-width.ts';
import { layoutLarge } from './layout-large.ts';
import { mountGrid, type MountedGrid } from './mount-grid.ts';
import type { GridPlace } from './move-in-grid.ts';
import { paintHeatmap } from './paint-heatmap.ts';
import { placeAt } from './place-at.ts';
import { placeBox } from './place-box.ts';
import { readPalette } from './read-palette.ts';
import { scrollToShow } from './scroll-to-show.ts';
import { whenIdle } from './when-idle.ts';

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

/** Screens narrower than this take the narrow labels, as the stylesheet does for the SVG. */
const wideScreen = '(min-width: 48rem)';

/**
 * Draws a picture of any size into a frame: a canvas as large as the frame stays in place over a sheet of the picture's size that scrolls,
 * and shows what is in view, once a frame of the screen at most; behind it stands a table of the rows in view, filled when there is time.
 */
export function mountCanvas(frame: HTMLElement, first: HeatmapSource, { hasMargins = false, say }: CanvasOptions = {}): MountedCanvas {
  const sheet = frame.appendChild(document.createElement('div'));
  const canvas = sheet.appendChild(document.createElement('canvas'));
  const table = behindTable();
  sheet.className = 'heatmap-sheet';
  canvas.className = 'heatmap-canvas';
  canvas.setAttribute('aria-hidden', 'true');
  sheet.append(table.element);
  const context = canvas.getContext('2d', { alpha: false })!;
  let source: PlacedHeatmap;
  let scene: HeatmapScene;
  let asked = 0;
  /** The width that the picture was laid out for. */
  let room = 0;
  /** Counted when there is time. */
  let margins: { rows: Margin[]; columns: Margin[] };
  let [focused, pointed, opened] = [null, null, null] as (GridPlace | null)[];

  const view = () => ({ left: frame.scrollLeft, top: frame.scrollTop, width: frame.clientWidth, height: frame.clientHeight });
  const covered = () => ({ left: labelWidth(scene), top: scene.layout.frame.headHeight });
  const paint = () => {
    asked = 0;
    const [size, ratio] = [view(), devicePixelRatio];
    const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
    if (canvas.width !== width || canvas.height !== height) {
      Object.assign(canvas, { width, height });
      Object.assign(canvas.style, { width: `${size.width}px`, height: `${size.height}px` });
    }
    const rings: Ring[] = [];
    if (pointed) rings.push({ place: pointed, kind: 'pointer' });
    if (opened) rings.push({ place: opened, kind: 'open' });
    if (focused) rings.push({ place: focused, kind: 'focus' });
    scene = { ...scene, view: size, ratio, rings };
    paintHeatmap(context, scene);
    idle.ask();
  };
  const draw = () => {
    asked ||= requestAnimationFrame(paint);
  };
  const fill = () => {
    const { layout } = source;
    table.fill(bandsInView(layout.frame.bands, frame.scrollTop, Math.max(1, frame.clientHeight - layout.frame.headHeight)), layout.bandOfRow[grid.place().row] ?? -1);
    grid.refresh();
  };
  const idle = whenIdle(() => {
    fill();
    if (!hasMargins || margins.rows.length > 0) return;
    Object.assign(margins, marginsOf(source.picture));
    draw();
  });

  const place = (next: HeatmapSource) => {
    const labels = matchMedia(wideScreen).matches ? ('wide' as const) : ('narrow' as const);
    const { picture, metric, heldLevel } = next;
    if (picture !== source?.picture) margins = { rows: [], columns: [] };
    const layout = layoutLarge(picture, { metric, heldLevel, labels, availableWidth: (room = frame.clientWidth), margins: hasMargins ? margins : null });
    source = { ...next, layout };
    scene = { layout, labels, view: view(), ratio: devicePixelRatio, palette: readPalette(canvas), look: (at) => cellLook(picture, metric, at, { heldLevel }), rings: [] };
    sheet.style.width = `${labelWidth(scene) + layout.frame.cellsWidth + layout.frame.marginWidth}px`;
    sheet.style.height = `${layout.frame.headHeight + layout.frame.cellsHeight}px`;
    table.show(source, labelWidth(scene));
  };
  const sentence = (at: GridPlace): string => {
    const { picture, metric } = source;
    if (at.row < 0) return picture.columns[at.column]!.name;
    return at.column < 0 ? picture.rows[at.row]!.name : cellSentence(picture, metric, at.row, at.column, source);
  };
  const tell = () => {
    const at = pointed ?? focused;
    say?.(at ? sentence(at) : '');
    draw();
  };
  const reach = (at: GridPlace): HTMLElement | null => {
    const box = placeBox(scene, at);
    if (box === null) return null;
    const to = scrollToShow(box, view(), covered());
    if (at.column >= 0) frame.scrollLeft = to.left;
    if (at.row >= 0) frame.scrollTop = to.top;
    fill();
    // The page too, where the frame is not in sight as a whole.
    const element = table.element.querySelector<HTMLElement>(`[data-at="${at.row},${at.column}"]`);
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return element;
  };

  const onPoint = (event: PointerEvent) => {
    const box = frame.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left - frame.clientLeft, event.clientY - box.top - frame.clientTop];
    const isOn = event.type === 'pointermove' && event.pointerType !== 'touch' && x < frame.clientWidth && y < frame.clientHeight;
    const at = isOn ? placeAt({ ...scene, view: view() }, x, y) : null;
    if (at?.row === pointed?.row && at?.column === pointed?.column) return;
    pointed = at;
    tell();
  };
  // A click before the table stands behind what is seen: it is filled, and the link there clicked.
  const onClick = (event: MouseEvent) => {
    if (event.target !== sheet && event.target !== frame) return;
    const box = frame.getBoundingClientRect();
    const at = placeAt({ ...scene, view: view() }, event.clientX - box.left - frame.clientLeft, event.clientY - box.top - frame.clientTop);
    if (at === null) return;
    fill();
    table.element.querySelector<HTMLElement>(`[data-at="${at.row},${at.column}"]`)?.click();
  };
  const show = (next: HeatmapSource) => {
    const hadFocus = table.element.contains(document.activeElement);
    const { row, column } = grid.place();
    const [rowId, columnId] = [source.picture.rows[row]?.id, source.picture.columns[column]?.id];
    place(next);
    grid.refresh({
      row: Math.max(rowId ? next.picture.rows.findIndex(({ id }) => id === rowId) : row, Math.min(row, 0)),
      column: Math.max(columnId ? next.picture.columns.findIndex(({ id }) => id === columnId) : column, Math.min(column, 0)),
    });
    draw();
    if (!hadFocus) return;
    fill();
    table.element.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  };
  const anew = () => show(source);

  place(first);
  const grid = mountGrid(table.element, {
    size: () => ({ rows: source.picture.rows.length, columns: source.picture.columns.length }),
    rowNames: () => source.picture.rows.map(({ name }) => name),
    page: () => Math.max(1, Math.floor((frame.clientHeight - covered().top) / (source.layout.frame.bands[source.layout.bandOfRow[0]!]?.height ?? 1)) - 1),
    reach,
    focused: (at) => {
      focused = at;
      tell();
    },
  });
  const stop = new AbortController();
  const on = (target: EventTarget, kind: string, listener: (event: never) => void) => target.addEventListener(kind, listener as EventListener, { signal: stop.signal, passive: true });
  on(frame, 'scroll', draw);
  on(frame, 'pointermove', onPoint);
  on(frame, 'pointerleave', onPoint);
  on(frame, 'click', onClick);
  on(matchMedia('(forced-colors: active)'), 'change', anew);
  on(window, 'resize', draw);
  const resized = new ResizeObserver(() => (frame.clientWidth === room ? draw() : anew()));
  resized.observe(frame);
  void document.fonts.ready.then(() => stop.signal.aborted || draw());
  paint();
  return {
    focus: grid.focus,
    jump: grid.jump,
    show,
    mark(open) {
      opened = open;
      draw();
    },
    destroy() {
      stop.abort();
      resized.disconnect();
      grid.destroy();
      idle.stop();
      cancelAnimationFrame(asked);
      sheet.remove();
    },
  };
}
