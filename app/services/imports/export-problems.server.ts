import { stringify } from 'csv-stringify/sync';
import { neutraliseFormula } from '#app/domain/access/neutralise-formula.ts';
import type { ImportMapping, RowFate } from '#app/domain/spreadsheet/import-words.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context } from '#app/platform/context.ts';
import { writeWorkbook } from '#app/platform/files/write-workbook.server.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { importKinds } from './import-kinds.server.ts';
import { readOwnImport } from './read-own-import.server.ts';
import { sheetFormats, type SheetFile } from './sheet-formats.ts';
import type { ReadSheet } from './spreadsheet-reading.ts';

/**
 * The spreadsheet of an open import with a further column, "Problem", that says at each row why it is refused, in the format asked
 * for. No cell is one that a spreadsheet takes for a formula. Throws 403 and 404 as reading the import does, and 404 where it is not open.
 */
export async function exportProblems(context: Context, importId: string, format: keyof typeof sheetFormats): Promise<SheetFile> {
  const { kind, fileName, state, sheets, mapping } = await readOwnImport(context, importId);
  if (state !== 'open' || sheets === null || mapping === null) throw notFound();
  const { fates } = await importKinds[kind].plan(context, { sheets, mapping });
  await context.db.transaction((tx) => recordAudit(tx, context, { action: 'import.export', subjectKind: 'import', subjectId: importId, detail: { format } }));
  const written = sheets.map((sheet, at) => ({ name: sheetName(sheet.name, at), rows: (at === mapping.sheet ? withProblems(sheet, mapping, fates) : sheet.rows).map((row) => row.map(neutraliseFormula)) }));
  const name = `${fileName.replace(/\.[a-z]{1,5}$/i, '')}-problems.${format}`;
  if (format !== 'csv') return { name, mediaType: sheetFormats[format], bytes: writeWorkbook(written, format) };
  const text = `\ufeff${stringify(written[mapping.sheet]?.rows ?? [], { record_delimiter: 'windows', quoted_match: /[\r\n]/ })}`;
  return { name, mediaType: sheetFormats.csv, bytes: new TextEncoder().encode(text) };
}

function withProblems({ rows }: ReadSheet, { headerRow }: ImportMapping, fates: readonly RowFate[]): string[][] {
  const byRow = new Map(fates.map((fate) => [fate.row, fate]));
  return rows.map((cells, at) => {
    if (at === headerRow) return [...cells, 'Problem'];
    const problems = byRow.get(at + 1)?.problems ?? [];
    return [...cells, problems.map(({ column, message }) => (column === null ? message : `Column ${column}: ${message}`)).join(' ')];
  });
}

/** Programs take sheets whose names have 31 characters at most, none of these signs, and no two alike. */
function sheetName(name: string, at: number): string {
  return `${at + 1} ${name.replace(/[\\/?*[\]:]/g, ' ')}`.slice(0, 31).trim();
}
