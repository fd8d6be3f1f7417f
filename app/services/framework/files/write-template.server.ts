import { guardCell } from '#app/domain/framework/export/guard-cell.ts';
import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import { templateTables } from '#app/domain/framework/template/template-tables.ts';
import { writeWorkbook } from '#app/platform/files/write-workbook.server.ts';
import { writeCsv } from '#app/services/framework/export/write-csv.server.ts';
import type { TemplateFormat } from './template-formats.ts';

/** A file of a framework in the form of our template. */
export interface TemplateFile {
  bytes: Uint8Array;
  mediaType: string;
}

/**
 * A framework's tables as a file that our import reads back: all four as a workbook, or one as CSV. No cell is one that
 * a spreadsheet takes for a formula.
 */
export function writeTemplate(frameworkName: string, facts: FrameworkFacts, format: TemplateFormat): TemplateFile {
  const tables = templateTables(frameworkName, facts);
  if (format === 'xlsx' || format === 'ods') {
    const mediaType = format === 'ods' ? 'application/vnd.oasis.opendocument.spreadsheet' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const guarded = tables.map(({ name, rows }) => ({ name, rows: rows.map((cells) => cells.map(guardCell)) }));
    return { mediaType, bytes: writeWorkbook(guarded, format) };
  }
  const rows = tables.find(({ name }) => `${name}.csv` === format)?.rows ?? [];
  return { mediaType: 'text/csv; charset=utf-8', bytes: new TextEncoder().encode(writeCsv(rows)) };
}
