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
  /** Stays on one line: a date, a word. */
  short?: boolean;
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
  /** On a small screen the cells of a row stand under each other, each below its head. For words, not for figures that are compared. */
  stacked?: boolean;
}

/** Rows and columns of facts. A table wider than the screen scrolls in its own frame, also by keyboard. */
export function DataTable<Row>({ caption, columns, rows, rowKey, note, empty, hideCaption, stacked = false }: DataTableProps<Row>) {
  const captionId = useId();
  // Cells that are laid out as blocks are cells no more to some browsers, unless they are told so.
  const role = (name: string) => (stacked ? name : undefined);
  const block = stacked ? 'max-sm:block' : '';
  return (
    // A frame that scrolls must be reachable without a mouse.
    <div role="region" aria-labelledby={captionId} tabIndex={0} className="relative -mx-1 mb-part overflow-x-auto px-1 print:overflow-visible">
      <table role={role('table')} className={`w-full text-dense ${block}`}>
        <caption id={captionId} className={hideCaption ? 'sr-only' : `pb-close text-body font-strong ${block}`}>
          {/* Stays in sight, and wraps, while a wide table scrolls under it. */}
          <span className="sticky left-0 inline-block max-w-[calc(100vw-2rem)]">
            {caption}
            {note && <span className="block text-dense font-regular text-muted">{note}</span>}
          </span>
        </caption>
        <thead role={role('rowgroup')} className={stacked ? 'max-sm:sr-only' : undefined}>
          <tr role={role('row')} className="border-b-2 border-ink">
            {columns.map((column) => (
              <th key={column.key} scope="col" role={role('columnheader')} className={`py-close pr-4 align-bottom font-strong ${side(column)}`}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={role('rowgroup')} className={stacked ? 'max-sm:block max-sm:border-t-2 max-sm:border-ink' : undefined}>
          {rows.length === 0 && empty !== undefined && (
            <tr role={role('row')} className={`border-b border-line ${block}`}>
              <td role={role('cell')} colSpan={columns.length} className={`py-close ${block}`}>
                {empty}
              </td>
            </tr>
          )}
          {rows.map((row) => (
            <tr key={rowKey(row)} role={role('row')} className={`border-b border-line ${stacked ? 'max-sm:block max-sm:py-close' : ''}`}>
              {columns.map((column) => drawCell(column, row, stacked))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/* The head of the column before each of its cells, for the eye: it is read out anyway. */
const under =
  "max-sm:block max-sm:py-hair max-sm:pr-0 max-sm:text-left max-sm:empty:hidden max-sm:before:block max-sm:before:text-note max-sm:before:text-muted max-sm:before:content-[attr(data-head)/'']";

function drawCell<Row>(column: Column<Row>, row: Row, stacked: boolean) {
  const look = `py-close pr-4 align-top ${side(column)}`;
  if (column.rowHead) {
    return (
      <th key={column.key} scope="row" role={stacked ? 'rowheader' : undefined} className={`${look} font-strong ${stacked ? 'max-sm:block max-sm:py-hair max-sm:pr-0' : ''}`}>
        {column.cell(row)}
      </th>
    );
  }
  const head = stacked && typeof column.head === 'string' ? column.head : undefined;
  return (
    <td key={column.key} role={stacked ? 'cell' : undefined} data-head={head} className={stacked ? `${look} ${under}` : look}>
      {column.cell(row)}
    </td>
  );
}

function side(column: { numeric?: boolean; short?: boolean }): string {
  if (column.numeric) return 'text-right tabular-nums whitespace-nowrap';
  return column.short ? 'text-left whitespace-nowrap max-sm:whitespace-normal' : 'text-left';
}
