import type { GridPlace } from './move-in-grid.ts';

interface Followed {
  /** What stands at a point of the frame. */
  placeAt(x: number, y: number): GridPlace | null;
  /** The pointer is on another place, or on none. */
  pointed(place: GridPlace | null): void;
  /** A place was clicked behind which nothing stands. */
  clicked(place: GridPlace): void;
}

/** Tells what the pointer is on in a frame, until the signal ends it. */
export function followPointer(frame: HTMLElement, { placeAt, pointed, clicked }: Followed, signal: AbortSignal): void {
  let last: GridPlace | null = null;
  const under = ({ clientX, clientY }: MouseEvent): GridPlace | null => {
    const { left, top } = frame.getBoundingClientRect();
    const [x, y] = [clientX - left, clientY - top];
    // Not on the bars that scroll it.
    return x < frame.clientWidth && y < frame.clientHeight ? placeAt(x, y) : null;
  };
  const point = (event: PointerEvent) => {
    const at = event.type === 'pointermove' && event.pointerType !== 'touch' ? under(event) : null;
    if (at?.row !== last?.row || at?.column !== last?.column) pointed((last = at));
  };
  const options = { signal };
  frame.addEventListener('pointermove', point, options);
  frame.addEventListener('pointerleave', point, options);
  frame.addEventListener('click', (event) => {
    const at = (event.target as Element).closest('table') ? null : under(event);
    if (at) clicked(at);
  }, options);
}
