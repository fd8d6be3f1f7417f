interface Watched {
  /** Something has to be painted anew, at the same places. */
  moved: () => void;
  /** The frame is narrower or wider than it was. */
  widened: () => void;
  /** The reader chose other colours for the whole system. */
  recoloured: () => void;
}

/** Tells what becomes of a frame, until the signal ends it. */
export function watchFrame(frame: HTMLElement, { moved, widened, recoloured }: Watched, signal: AbortSignal): void {
  let room = frame.clientWidth;
  const resized = new ResizeObserver(() => {
    const isAsWide = frame.clientWidth === room;
    room = frame.clientWidth;
    (isAsWide ? moved : widened)();
  });
  resized.observe(frame);
  signal.addEventListener('abort', () => resized.disconnect());
  const until = { signal };
  frame.addEventListener('scroll', moved, until);
  window.addEventListener('resize', moved, until);
  matchMedia('(forced-colors: active)').addEventListener('change', recoloured, until);
  void document.fonts.ready.then(moved);
}
