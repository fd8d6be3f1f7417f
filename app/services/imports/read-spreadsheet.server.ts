import type { FileLimits } from '#app/platform/files/file-limits.ts';
import { makeStorableJson } from '#app/platform/files/make-storable-json.server.ts';
import { recogniseFile } from '#app/platform/files/recognise-file.server.ts';
import { decodeSpreadsheetText } from './decode-spreadsheet-text.server.ts';
import { parseSpreadsheetText } from './parse-spreadsheet-text.server.ts';
import type { SpreadsheetFile, SpreadsheetReading } from './spreadsheet-reading.ts';

/**
 * The sheets of a spreadsheet as text, recognised by what it holds and not by what it is called; sheets with nothing in them are
 * left out. To be called in a worker. What cannot be read is refused with the place and what to do.
 */
export async function readSpreadsheet({ name, bytes }: SpreadsheetFile, limits: Pick<FileLimits, 'archive' | 'workbook'>): Promise<SpreadsheetReading> {
  const refuse = (message: string, sheet?: string): SpreadsheetReading => ({ ok: false, message: `${name}${sheet === undefined ? '' : `, sheet "${sheet}"`} ${message}` });
  const recognised = recogniseFile(bytes);
  if (!recognised.ok) return refuse(recognised.message);
  if (recognised.kind === 'text') {
    const decoded = decodeSpreadsheetText(bytes);
    if (!decoded.ok) return refuse(decoded.message);
    const parsed = parseSpreadsheetText(decoded.text, limits.workbook);
    return parsed.ok ? { ok: true, format: 'csv', sheets: [{ name, rows: makeStorableJson(parsed.rows) }] } : refuse(parsed.message);
  }
  // Loaded for workbooks alone: what parses them takes longer to load than a text takes to read.
  const { readWorkbook } = await import('#app/platform/files/read-workbook.server.ts');
  const workbook = await readWorkbook(bytes, limits);
  if (!workbook.ok) return refuse(workbook.message, workbook.sheet);
  const filled = workbook.sheets.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return refuse('has no sheet with anything in it.');
  return { ok: true, format: workbook.kind, sheets: makeStorableJson(filled.map(({ name: sheet, rows, isFrom1904 }) => ({ name: sheet, rows, ...(isFrom1904 ? { isFrom1904 } : {}) }))) };
}
