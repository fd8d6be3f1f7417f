import { moveInGrid, type GridPlace, type GridSize } from './move-in-grid.ts';
import { rowThatStarts } from './row-that-starts.ts';

/** What the keyboard needs of a drawing, whichever it is. Whatever can have the focus carries data-at="row,column". */
export interface GridSurface {
  size(): GridSize;
  /** The names of the rows, to jump to by their beginning. */
  rowNames(): readonly string[];
  /** How many rows the frame shows at once. */
  page(): number;
  /** Brings a place fully into sight and answers with what stands there; null where there is nothing. */
  reach(place: GridPlace): HTMLElement | SVGElement | null;
  /** Opens a place in place of following its link; false leaves it to the link. */
  open?: ((place: GridPlace) => boolean) | undefined;
  /** The focus came to a place, or left the grid (null). */
  focused?: ((place: GridPlace | null) => void) | undefined;
}

export interface MountedGrid {
  /** Where the keyboard stands, or would stand. */
  place(): GridPlace;
  /** Makes that place the grid's one stop of Tab, after something was drawn anew. */
  refresh(place?: GridPlace): void;
  focus(place?: GridPlace): void;
  /** Puts the focus on the next row that starts so; false where there is none. */
  jump(typed: string): boolean;
  destroy(): void;
}

/** Letters that follow each other within so many milliseconds are one beginning. */
const typingPause = 800;

const placeOf = (element: Element): GridPlace => {
  const [row, column] = element.getAttribute('data-at')!.split(',').map(Number) as [number, number];
  return { row, column };
};

/**
 * Lets the keyboard walk a heatmap: one stop of Tab, from which the keys of `moveInGrid` lead to every cell, head and label; typing jumps to
 * the next row that starts so; Enter and a click follow the link or open the place. The names of links say what the focus is on.
 */
export function mountGrid(root: Element, surface: GridSurface): MountedGrid {
  let active: GridPlace = { row: 0, column: 0 };
  let typed = '';
  let typedAt = 0;
  const setStop = (of: Element | null, stop: string) => of?.setAttribute('tabindex', stop);
  const at = ({ row, column }: GridPlace) => root.querySelector(`[data-at="${row},${column}"]`);
  const refresh = (place = active) => {
    for (const stop of root.querySelectorAll('[data-at][tabindex="0"]')) setStop(stop, '-1');
    const { rows, columns } = surface.size();
    active = { row: Math.min(place.row, rows - 1), column: Math.min(place.column, columns - 1) };
    setStop(at(active), '0');
  };
  const focus = (place = active) => {
    const element = surface.reach(place);
    if (element === null) return;
    refresh(place);
    element.focus({ preventScroll: true });
  };
  const jump = (text: string, after = active.row): boolean => {
    const row = rowThatStarts(surface.rowNames(), text, after);
    if (row !== null) focus({ row, column: active.column });
    return row !== null;
  };
  const type = (event: KeyboardEvent): boolean => {
    const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    const goesOn = event.timeStamp - typedAt < typingPause;
    if (!isLetter || (event.key === ' ' && !(goesOn && typed))) return false;
    const again = goesOn ? typed + event.key : event.key;
    // The same letter again goes on to the next one; a longer beginning may stay where it is.
    const isRepeated = new Set(again).size === 1;
    typed = again;
    typedAt = event.timeStamp;
    jump(isRepeated ? event.key : again, isRepeated ? active.row : active.row - 1);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const from = (event.target as Element).closest('[data-at]');
    if (from === null || event.defaultPrevented) return;
    const to = moveInGrid(placeOf(from), event, surface.size(), surface.page());
    if (to !== null) focus(to);
    if (to !== null || type(event)) event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const on = (event.target as Element).closest('[data-at]');
    if (on === null || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    refresh(placeOf(on));
    if (surface.open?.(active)) event.preventDefault();
  };
  const onFocus = (event: FocusEvent) => {
    const on = event.type === 'focusin' ? (event.target as Element).closest('[data-at]') : null;
    if (on !== null) refresh(placeOf(on));
    surface.focused?.(on && active);
  };
  const listeners = { keydown: onKeyDown, click: onClick, focusin: onFocus, focusout: onFocus } as Record<string, (event: never) => void>;
  for (const [kind, listener] of Object.entries(listeners)) root.addEventListener(kind, listener as EventListener);
  refresh();
  return {
    place: () => active,
    refresh,
    focus,
    jump,
    destroy: () => {
      for (const [kind, listener] of Object.entries(listeners)) root.removeEventListener(kind, listener as EventListener);
    },
  };
}
