/** What the heads of the rows and columns, which stay in place, cover of the frame. */
function coveredBy(frame: HTMLElement): { top: number; left: number } {
  const corner = frame.querySelector('thead th')?.getBoundingClientRect();
  return { top: corner?.height ?? 0, left: corner?.width ?? 0 };
}

/** Scrolls the frame, and then the page, until a cell is in sight: beside the heads and not behind them. */
export function bringIntoSight(frame: HTMLElement, input: HTMLElement): void {
  const cell = input.closest('td') ?? input;
  const covered = coveredBy(frame);
  const outer = frame.getBoundingClientRect();
  const inner = cell.getBoundingClientRect();
  const over = { top: inner.top - (outer.top + covered.top), left: inner.left - (outer.left + covered.left) };
  const beyond = { bottom: inner.bottom - (outer.top + frame.clientHeight), right: inner.right - (outer.left + frame.clientWidth) };
  // Where both edges cannot be in sight, the beginning of the cell is.
  frame.scrollBy(over.left < 0 ? over.left : Math.max(0, Math.min(beyond.right, over.left)), over.top < 0 ? over.top : Math.max(0, Math.min(beyond.bottom, over.top)));
  input.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** How many rows are in sight at once; 1 before anything is drawn. */
export function rowsInSight(frame: HTMLElement | null): number {
  const row = frame?.querySelector('tbody tr')?.getBoundingClientRect().height ?? 0;
  return frame && row > 0 ? Math.max(Math.floor((frame.clientHeight - coveredBy(frame).top) / row), 1) : 1;
}
