import { useSyncExternalStore } from 'react';
import type { PictureState } from '#app/domain/capability/picture/picture-state.ts';
import { writePictureState } from '#app/domain/capability/picture/write-picture-state.ts';
import { rowsInPng } from '#app/platform/picture-png/rows-in-png.ts';
import { mostFileCells, type FileFormat } from './file-formats.ts';

interface TakeAwayProps {
  teamId: string;
  /** What the address asks for, or what is shown: the file shows the same. */
  state: PictureState;
  /** Of the whole picture, not of the page of it that is here. */
  rows: number;
  columns: number;
}

const names: [FileFormat, string, string][] = [
  ['svg', 'SVG', 'a drawing that stays sharp'],
  ['png', 'PNG', 'an image for slides'],
  ['csv', 'CSV', 'a line for each cell'],
  ['xlsx', 'XLSX', 'a workbook'],
  ['ods', 'ODS', 'an open workbook'],
];

/** The whole picture as files, and on paper. What is too large for a kind of file is named without a link. */
export function TakeAway({ teamId, state, rows, columns }: TakeAwayProps) {
  const canPrint = usePrinting();
  const search = writePictureState({ ...state, open: null, from: 0 }).toString();
  const cells = rows * columns;
  const fits = (format: FileFormat) => cells <= mostFileCells[format] && (format !== 'png' || rows <= mostPngRows(columns));
  const tooLarge = names.filter(([format]) => cells > mostFileCells[format]);
  return (
    <section aria-label="Take it away" className="my-step text-dense print:hidden">
      <div className="flex flex-wrap items-center gap-x-snug">
        <span className="font-strong">Take it away:</span>
        <ul className="flex flex-wrap gap-x-snug">
          {names
            .filter(([format]) => fits(format))
            .map(([format, name, words]) => (
              <li key={format}>
                <a className="inline-flex min-h-9 items-center text-link underline underline-offset-4 hover:text-link-hover focus-visible:bg-focus focus-visible:text-ink" href={`/teams/${teamId}/heatmap/file/${format}${search === '' ? '' : `?${search}`}`}>
                  {name}
                  <span className="sr-only">, {words}</span>
                </a>
              </li>
            ))}
          {canPrint && (
            <li>
              <button type="button" className="min-h-9 cursor-pointer text-link underline underline-offset-4 hover:text-link-hover focus-visible:bg-focus focus-visible:text-ink" onClick={() => window.print()}>
                Print
              </button>
            </li>
          )}
        </ul>
      </div>
      {tooLarge.length === 0 && !fits('png') && (
        <p className="text-muted">
          PNG: for pictures of up to about {mostPngRows(columns).toLocaleString('en-GB')} rows of this width; this one has {rows.toLocaleString('en-GB')}. Filter it, or take the SVG.
        </p>
      )}
      {tooLarge.length > 0 && (
        <p className="text-muted">
          {tooLarge.map(([, name]) => name).join(', ')}: for pictures of up to {mostFileCells[tooLarge[0]![0]].toLocaleString('en-GB')} cells; this one has {cells.toLocaleString('en-GB')}. Filter it, or take the CSV.
        </p>
      )}
    </section>
  );
}

/** About how many rows a PNG holds; the server draws the picture to know exactly. Labels, a column and a row in pixels. */
function mostPngRows(columns: number): number {
  return rowsInPng({ width: 320 + columns * 42, rowHeight: 40 });
}

/** Only a page that runs scripts can open the browser's own printing. */
function usePrinting(): boolean {
  return useSyncExternalStore(neverChanges, () => true, () => false);
}

const neverChanges = () => () => {};
