import { type ReactNode, useId } from 'react';

interface Column<Row> {
  /** Unlike any other column's. */
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Figures stand right, in tabular digits. */
  numeric?: boolean;
  /** This cell names the row. */
  rowHead?: boolean;
}

interface DataTableProps<Row> {
  /** What the table shows, and the order of its rows. */
  caption: ReactNode;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** A line under the caption: what is left out, what the marks mean. */
  note?: ReactNode;
  /** Said in place of the rows when there are none. */
  empty?: ReactNode;
  /** For a caption that repeats the heading above it: kept for screen readers. */
  hideCaption?: boolean;
}

/** Rows and columns of facts. A table wider than the screen scrolls in its own frame, also by keyboard. */
export function DataTable<Row>({ caption, columns, rows, rowKey, note, empty, hideCaption }: DataTableProps<Row>) {
  const captionId = useId();
  return (
    // A frame that scrolls must be reachable without a mouse.
    <div role="region" aria-labelledby={captionId} tabIndex={0} className="relative -mx-1 mb-part overflow-x-auto px-1 print:overflow-visible">
      <table className="w-full text-dense">
        <caption id={captionId} className={hideCaption ? 'sr-only' : 'pb-close text-body font-strong'}>
          {/* Stays in sight, and wraps, while a wide table scrolls under it. */}
          <span className="sticky left-0 inline-block max-w-[calc(100vw-2rem)]">
            {caption}
            {note && <span className="block text-dense font-regular text-muted">{note}</span>}
          </span>
        </caption>
        <thead>
          <tr className="border-b-2 border-ink">
            {columns.map((column) => (
              <th key={column.key} scope="col" className={`py-close pr-4 align-bottom font-strong ${side(column)}`}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && empty !== undefined && (
            <tr className="border-b border-line">
              <td colSpan={columns.length} className="py-close">
                {empty}
              </td>
            </tr>
          )}
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line">
              {columns.map((column) => drawCell(column, row))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function drawCell<Row>(column: Column<Row>, row: Row) {
  const look = `py-close pr-4 align-top ${side(column)}`;
  return column.rowHead ? (
    <th key={column.key} scope="row" className={`${look} font-strong`}>
      {column.cell(row)}
    </th>
  ) : (
    <td key={column.key} className={look}>
      {column.cell(row)}
    </td>
  );
}

function side(column: { numeric?: boolean }): string {
  return column.numeric ? 'text-right tabular-nums whitespace-nowrap' : 'text-left';
}
