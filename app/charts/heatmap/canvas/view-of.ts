import type { View } from './scroll-to-show.ts';

/** What a scrolling element shows of what is in it. */
export function viewOf({ scrollLeft: left, scrollTop: top, clientWidth: width, clientHeight: height }: HTMLElement): View {
  return { left, top, width, height };
}
