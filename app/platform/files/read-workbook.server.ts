import { CFB, read, utils, type WorkSheet } from '@e965/xlsx';
import { cleanName } from '#app/domain/framework/clean-name.ts';
import { cellText } from './cell-text.server.ts';
import { checkSheetXml } from './check-sheet-xml.server.ts';
import type { FileFault } from './file-fault.ts';
import type { FileLimits } from './file-limits.ts';
import { measureArchive } from './measure-archive.server.ts';
import { nameArchive } from './name-archive.server.ts';
import { unpackArchive } from './unpack-archive.server.ts';

/** One sheet: row n of it is `rows[n - 1]`, every row as wide as the widest. */
export interface Sheet {
  /** On one line, without invisible characters: it stands in messages, on pages, terminals and in the database. */
  name: string;
  rows: string[][];
  /** Ranges of merged cells such as "A2:A5"; only the first cell of each holds its text. */
  merged: string[];
  /** True where the workbook counts its days from 1904: then a number that no format says is a date counts from there too. */
  isFrom1904: boolean;
}

export type WorkbookReading = { ok: true; kind: 'xlsx' | 'ods'; sheets: Sheet[] } | FileFault;

/**
 * The sheets of an XLSX or ODS file, hidden ones too, as text. To be called in a worker. The archive is measured before
 * it is unpacked, its parts are looked through before they are parsed, and the parser is given those parts alone, packed
 * anew: what was judged is what is parsed. No formula is worked out and nothing is fetched.
 */
export async function readWorkbook(bytes: Uint8Array, limits: Pick<FileLimits, 'archive' | 'workbook'>): Promise<WorkbookReading> {
  const measure = await measureArchive(bytes, limits.archive);
  if (!measure.ok) return measure;
  const mediaType = (await unpackArchive(bytes, (name) => name === 'mimetype')).get('mimetype')?.toString('latin1') ?? null;
  const named = nameArchive(measure.names, mediaType);
  if (!named.ok) return named;
  const isWanted = (name: string) => /\.(?:xml|rels)$/i.test(name) && (named.kind === 'ods' || !name.startsWith('META-INF/'));
  const parts = await unpackArchive(bytes, isWanted);
  return checkSheetXml(parts, named.kind, limits.workbook) ?? readSheets(parts, named.kind, limits.workbook);
}

function readSheets(parts: ReadonlyMap<string, Buffer>, kind: 'xlsx' | 'ods', limits: FileLimits['workbook']): WorkbookReading {
  try {
    const workbook = read(packPlainly(parts), { type: 'buffer', dense: true, nodim: true, cellNF: true, cellText: false, cellHTML: false, cellFormula: false });
    if (workbook.SheetNames.length > limits.sheets) {
      return { ok: false, message: `has ${workbook.SheetNames.length} sheets; at most ${limits.sheets} are read. Delete those that do not matter.` };
    }
    const isFrom1904 = workbook.Workbook?.WBProps?.date1904 === true;
    const sheets: Sheet[] = [];
    let left = limits.textLength;
    for (const name of workbook.SheetNames) {
      const sheet = readSheet(cleanName(name), workbook.Sheets[name] ?? {}, isFrom1904, left, limits);
      if ('ok' in sheet) return sheet;
      left -= sheet.rows.reduce((sum, row) => sum + row.reduce((length, cell) => length + cell.length, 0), 0);
      sheets.push(sheet);
    }
    return { ok: true, kind, sheets };
  } catch (error) {
    // Memory that ran out is told by who bounds it.
    if (error instanceof RangeError) throw error;
    return { ok: false, message: 'is no spreadsheet that can be read, though it is packed like one. Save it again as XLSX, ODS or CSV.' };
  }
}

/** Stored as they are: packing them again would only cost time. */
function packPlainly(parts: ReadonlyMap<string, Buffer>): Buffer {
  const archive = CFB.utils.cfb_new();
  for (const [name, bytes] of parts) CFB.utils.cfb_add(archive, name, bytes, { unsafe: true });
  return CFB.write(archive, { type: 'buffer', fileType: 'zip', compression: false }) as Buffer;
}

function readSheet(name: string, sheet: WorkSheet, isFrom1904: boolean, textLeft: number, limits: FileLimits['workbook']): Sheet | FileFault {
  const fault = (message: string, row?: number, column?: string): FileFault => ({ ok: false, sheet: name, message, ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) });
  const rows: string[][] = [];
  let width = 0;
  let length = 0;
  for (const [at, cells] of Object.entries(sheet['!data'] ?? [])) {
    for (const [place, cell] of Object.entries(cells ?? [])) {
      const [row, column] = [Number(at) + 1, utils.encode_col(Number(place))];
      const text = cell ? cellText(cell, isFrom1904) : '';
      if (text === null) return fault(`has the error ${String(cell?.w ?? '#REF!')} in place of a value in ${column}${row}. Put right the formula there, or put the value itself there.`, row, column);
      if (text === '') continue;
      if (row > limits.rows) return fault(`has something on row ${row}; at most ${limits.rows} rows are read. Split it, or delete what stands far below.`, row);
      if (Number(place) >= limits.columns) return fault(`has something in column ${column}; at most ${limits.columns} columns are read. Delete what stands far to the right.`, row, column);
      if (text.length > limits.cellLength) return fault(`has ${text.length} characters in ${column}${row}; at most ${limits.cellLength} of one cell are read. Shorten it.`, row, column);
      length += text.length;
      if (length > textLeft) return fault(`has more than ${limits.textLength} characters in all, which is more than are read. Split it into smaller files.`, row);
      width = Math.max(width, Number(place) + 1);
      while (rows.length < row) rows.push([]);
      (rows[row - 1] ??= [])[Number(place)] = text;
    }
  }
  return { name, rows: rows.map((cells) => Array.from({ length: width }, (_, column) => cells[column] ?? '')), merged: (sheet['!merges'] ?? []).map((range) => utils.encode_range(range)), isFrom1904 };
}
