import type { CellMark } from '#app/domain/capability/cell.ts';

export interface MarkPath {
  kind: CellMark;
  /** SVG path data, in the coordinates of the cell's row. */
  d: string;
  /** Filled, or drawn as a line. */
  isFilled: boolean;
}

const tick = 8;
const clock = 3.5;
const hook = 2.2;

/**
 * Where and how a mark is drawn in a cell: self-assessed only is a tick in the top left corner, manager only in
 * the top right, to be reviewed a question mark at the top right, stale a clock at the bottom right, disputed a crossed-out equals sign at the bottom left,
 * exempt an empty circle in the same place.
 * `inset` keeps it clear of the border, in pixels. Null for a mark that the cell's text shows ("n/d").
 */
export function markPath(
  kind: CellMark,
  box: { x: number; y: number; width: number; height: number },
  inset: number,
): MarkPath | null {
  const [left, top] = [box.x + inset, box.y + inset];
  const [right, bottom] = [box.x + box.width - inset, box.y + box.height - inset];
  switch (kind) {
    case 'self-only':
      return { kind, d: `M${at(left, top)}h${tick}l-${tick},${tick}z`, isFilled: true };
    case 'manager-only':
      return { kind, d: `M${at(right, top)}h-${tick}l${tick},${tick}z`, isFilled: true };
    case 'stale': {
      const [x, y] = [right - clock - 0.5, bottom - clock - 0.5];
      const face = `M${at(x - clock, y)}a${clock},${clock} 0 1 0 ${2 * clock},0a${clock},${clock} 0 1 0 -${2 * clock},0`;
      return { kind, d: `${face}M${at(x, y - 2.4)}V${round(y)}h2`, isFilled: false };
    }
    case 'review': {
      const [x, y] = [right - hook - 0.5, top + hook + 0.5];
      return { kind, d: `M${at(x - hook, y)}a${hook},${hook} 0 1 1 ${hook},${hook}v1.3m0,1.6v1`, isFilled: false };
    }
    case 'disputed':
      return { kind, d: `M${at(left + 0.5, bottom - 5.6)}h7m-7,3h7M${at(left + 5.5, bottom - 8)}l-3,8`, isFilled: false };
    case 'exempt': {
      const [x, y] = [left + clock + 0.5, bottom - clock - 0.5];
      return { kind, d: `M${at(x - clock, y)}a${clock},${clock} 0 1 0 ${2 * clock},0a${clock},${clock} 0 1 0 -${2 * clock},0`, isFilled: false };
    }
    case 'level-undefined':
      return null;
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function at(x: number, y: number): string {
  return `${round(x)},${round(y)}`;
}
