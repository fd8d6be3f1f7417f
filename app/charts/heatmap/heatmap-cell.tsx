import { CellBody } from './cell-body.tsx';
import type { CellLayout } from './layout-people-heatmap.ts';

/** One cell as a link whose name says all of it; the title shows the same to a pointer. */
export function HeatmapCell({ cell, href }: { cell: CellLayout; href: string }) {
  return (
    <a href={href} aria-label={cell.sentence}>
      <title>{cell.sentence}</title>
      <CellBody cell={cell} />
    </a>
  );
}
