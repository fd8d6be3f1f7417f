import { moveInGrid, type GridPlace } from './move-in-grid.ts';
import { rowThatStarts } from './row-that-starts.ts';

/** What the keyboard needs of a drawing, whichever it is. Whatever can have the focus carries data-at="row,column". */
export interface GridSurface {
  /** The names of the rows, to jump to by their beginning. */
  rowNames(): readonly string[];
  /** How many columns of cells there are. */
  columns(): number;
  /** How many rows the frame shows at once. */
  page(): number;
  /** Brings a place fully into sight and answers with what stands there; null where there is nothing. */
  reach(place: GridPlace): HTMLElement | SVGElement | null | undefined;
  /** The focus came to a place, or left the grid (null). */
  focused?: (place: GridPlace | null) => void;
}

export interface MountedGrid {
  /** Where the keyboard stands, or would stand. */
  place(): GridPlace;
  /** Makes that place the grid's one stop of Tab, after something was drawn anew. */
  refresh(place?: GridPlace): void;
  focus(place?: GridPlace): void;
  /** Puts the focus on the next row that starts so; false where there is none. */
  jump(typed: string): boolean;
}

/** Letters that follow each other within so many milliseconds are one beginning. */
const typingPause = 800;

/** The place that an event is about; null outside the grid. */
const placeOf = ({ target }: Event): GridPlace | null => {
  const at = (target as Element).closest<HTMLElement>('[data-at]')?.dataset.at?.split(',').map(Number);
  return at ? { row: at[0]!, column: at[1]! } : null;
};

/**
 * Lets the keyboard walk a heatmap until the signal ends it: one stop of Tab, from which the keys of `moveInGrid` lead to every cell, head
 * and label; typing jumps to the next row that starts so; Enter follows the link. The names of links say what the focus is on.
 */
export function mountGrid(root: Element, surface: GridSurface, signal: AbortSignal): MountedGrid {
  let active: GridPlace = { row: 0, column: 0 };
  let [typed, typedAt] = ['', 0];
  const size = () => ({ rows: surface.rowNames().length, columns: surface.columns() });
  const refresh = (place = active) => {
    const { rows, columns } = size();
    active = { row: Math.min(place.row, rows - 1), column: Math.min(place.column, columns - 1) };
    const at = `${active.row},${active.column}`;
    for (const stop of root.querySelectorAll<HTMLElement>(`[data-at]:not([tabindex="-1"]),[data-at="${at}"]`)) stop.tabIndex = stop.dataset.at === at ? 0 : -1;
  };
  const focus = (place = active) => {
    const element = surface.reach(place);
    if (!element) return;
    refresh(place);
    element.focus({ preventScroll: true });
    // The page too, where the frame is not in sight as a whole; sideways a browser takes the nearest edge by itself.
    element.scrollIntoView({ block: 'nearest' });
  };
  const jump = (text: string, after = active.row): boolean => {
    const row = rowThatStarts(surface.rowNames(), text, after);
    if (row !== null) focus({ row, column: active.column });
    return row !== null;
  };
  const type = ({ key, ctrlKey, metaKey, altKey, timeStamp }: KeyboardEvent): boolean => {
    const goesOn = timeStamp - typedAt < typingPause;
    if (key.length > 1 || ctrlKey || metaKey || altKey || (key === ' ' && !(goesOn && typed))) return false;
    typed = goesOn ? typed + key : key;
    typedAt = timeStamp;
    // The same letter again goes on to the next one; a longer beginning may stay where it is.
    const isRepeated = new Set(typed).size === 1;
    jump(isRepeated ? key : typed, active.row - (isRepeated ? 0 : 1));
    return true;
  };
  const listen = <Kind extends keyof HTMLElementEventMap>(kind: Kind, act: (place: GridPlace | null, event: HTMLElementEventMap[Kind]) => void) => {
    (root as HTMLElement).addEventListener(kind, (event) => act(placeOf(event), event), { signal });
  };
  listen('keydown', (from, event) => {
    if (from === null || event.defaultPrevented) return;
    const to = moveInGrid(from, event, size(), surface.page());
    if (to !== null) focus(to);
    if (to !== null || type(event)) event.preventDefault();
  });
  listen('focusin', (place) => {
    if (place !== null) refresh(place);
    surface.focused?.(place);
  });
  // A browser may leave the focus where it was when a link is clicked.
  listen('click', (place) => place && refresh(place));
  listen('focusout', () => surface.focused?.(null));
  refresh();
  return { place: () => active, refresh, focus, jump };
}
