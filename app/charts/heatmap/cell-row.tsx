import { heatmapSizes as sizes } from './heatmap-sizes.ts';
import { HeatmapCell } from './heatmap-cell.tsx';
import type { CellLayout } from './layout-people-heatmap.ts';

/** The cells of one row. */
export function CellRow({ cells, cellHref }: { cells: readonly CellLayout[]; cellHref: (skillId: string) => string }) {
  return (
    <g fontSize={sizes.cellTextSize} textAnchor="middle">
      {cells.map((cell) => (
        <HeatmapCell key={cell.skillId} cell={cell} href={cellHref(cell.skillId)} />
      ))}
    </g>
  );
}
