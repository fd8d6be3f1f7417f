import { DataTable } from '#app/ui/data-table.tsx';
import { type DotPlotRow, layoutDotPlot } from './layout-dot-plot.ts';

interface DifferenceTableProps {
  rows: readonly (DotPlotRow & { leftOut: number })[];
  caption: string;
  /** What the names are: "Assessor" or "Skill". */
  head: string;
  /** Whether means with their bounds are told, where there are cases enough. */
  tellsMeans?: boolean;
}

const ticks = layoutDotPlot([], { width: 100, size: 'wide' }).ticks;

/** The equal of a dot plot in figures: how many cases at each difference, how many were compared, and how many could not be. */
export function DifferenceTable({ rows, caption, head, tellsMeans = false }: DifferenceTableProps) {
  return (
    <DataTable
      caption={caption}
      note="In the order of their names. Not compared: one of the two gave no level."
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: 'name', head, rowHead: true, cell: (row) => row.name },
        ...ticks.map(({ text }, index) => ({ key: text, head: text, numeric: true, cell: (row: DotPlotRow) => row.counts[index] || <span className="text-muted">0</span> })),
        { key: 'compared', head: 'Compared', numeric: true, cell: (row) => row.compared },
        { key: 'left-out', head: 'Not compared', numeric: true, cell: (row) => row.leftOut },
        ...(tellsMeans
          ? [
              {
                key: 'mean',
                head: 'Mean and 95 % interval',
                numeric: true,
                cell: ({ interval }: DotPlotRow) => (interval ? `${figure(interval.mean)} (${figure(interval.low)} to ${figure(interval.high)})` : 'Too few cases for a mean'),
              },
            ]
          : []),
      ]}
    />
  );
}

/** With a sign, a true minus and one place: more would claim a precision that levels do not have. */
function figure(value: number): string {
  const text = Math.abs(value).toFixed(1);
  if (text === '0.0') return '0.0';
  return `${value > 0 ? '+' : '\u2212'}${text}`;
}
