import { heatmapSizes as sizes } from './heatmap-sizes.ts';
import type { HeatmapColumn } from './layout-columns.ts';

interface ColumnHeadsProps {
  columns: readonly HeatmapColumn[];
  columnHref?: ((skillId: string) => string) | undefined;
}

/** The skills' names above their columns, turned to read upwards; linked where an address is given. */
export function ColumnHeads({ columns, columnHref }: ColumnHeadsProps) {
  return (
    <g fontSize={sizes.headSize}>
      {columns.map((column) =>
        columnHref === undefined ? (
          <Head key={column.id} column={column} />
        ) : (
          <a key={column.id} href={columnHref(column.id)} aria-label={column.name}>
            <Head column={column} />
          </a>
        ),
      )}
    </g>
  );
}

function Head({ column }: { column: HeatmapColumn }) {
  return (
    <>
      {column.lines.map((line, index) => (
        <text key={index} className="heatmap-name" transform={`translate(${round(line.x)},${round(line.y)}) rotate(-90)`}>
          {line.text}
        </text>
      ))}
    </>
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
