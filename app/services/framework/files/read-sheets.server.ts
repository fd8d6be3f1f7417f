import type { ImportReading, ImportRefusal } from '#app/domain/framework/framework-facts.ts';
import { findTable, type KnownTable } from '#app/domain/framework/template/find-table.ts';
import { readTemplate } from '#app/domain/framework/template/read-template.ts';
import type { TemplateSource } from '#app/domain/framework/template/template-source.ts';
import type { Sheet } from '#app/platform/files/read-workbook.server.ts';
import type { FileReading } from './file-reading.ts';
import { readKnownTable } from './read-known-table.server.ts';

/** A sheet that is one of the known tables. */
interface KnownSheet extends Sheet {
  of: KnownTable;
  /** The file and the sheet. */
  place: string;
}

/**
 * What the sheets of one workbook say: each that is an official download, and the four of an own framework together.
 * Sheets of another kind are left out and told; a workbook without any known one is refused.
 */
export function readSheets(file: string, sheets: readonly Sheet[]): FileReading[] {
  const known: KnownSheet[] = [];
  const others: string[] = [];
  const refusals: ImportRefusal[] = [];
  for (const sheet of sheets.filter(({ rows }) => rows.length > 0)) {
    const place = `${file}, sheet "${sheet.name}"`;
    const match = findTable(sheet.rows.find((cells) => cells.some((cell) => cell.trim() !== '')) ?? []);
    if (match === null) others.push(sheet.name);
    else if (match.missing.length === 0) known.push({ ...sheet, of: match.of, place });
    else if (match.missing.length * 2 > match.required) others.push(sheet.name);
    else refusals.push(...match.missing.map((column) => ({ file: place, row: 1, column, message: `The first row of ${place} has no column "${column}", so it is not ${match.name}.` })));
  }
  if (known.length === 0 && refusals.length === 0) refusals.push({ file, row: null, column: null, message: noneKnown(file, others) });
  if (refusals.length > 0) return [{ file, reading: { ok: false, refusals } }];
  const own = known.flatMap(({ of, place, rows }): TemplateSource[] => (of.kind === 'own-framework' ? [{ table: of.table, file: place, rows }] : []));
  const readings = known.flatMap(({ of, place, rows }): FileReading[] => (of.kind === 'own-framework' ? [] : [{ file: place, reading: readKnownTable(of.kind, rows, place) }]));
  const all = own.length > 0 ? [...readings, { file, reading: readTemplate(own) }] : readings;
  return all.map(({ file: where, reading }, at) => ({ file: where, reading: withNotices(reading, noticesOf(file, at === 0 ? others : [], known.filter(({ place }) => where === file || where === place))) }));
}

function noneKnown(file: string, others: readonly string[]): string {
  if (others.length === 0) return `${file} has no sheet with anything in it.`;
  return `${file} has no sheet that is read: ${others.map((name) => `"${name}"`).join(', ')}. The first row of a sheet has to name the columns, as the official downloads and the template for a framework of your own do.`;
}

function noticesOf(file: string, others: readonly string[], sheets: readonly KnownSheet[]) {
  const left = others.map((name) => `The sheet "${name}" is not one of the tables that are read.`);
  const merged = sheets.flatMap(({ name, merged: ranges }) => (ranges.length === 0 ? [] : [`The sheet "${name}" has merged cells (${ranges.slice(0, 5).join(', ')}${ranges.length > 5 ? ', ...' : ''}); only the first cell of each holds its text.`]));
  return [...left, ...merged].map((message) => ({ kind: 'unknown-section' as const, file, row: null, message }));
}

/** Of a refused sheet, what was noticed explains what is refused: empty cells under a merged one, above all. */
function withNotices(reading: ImportReading, notices: ReturnType<typeof noticesOf>): ImportReading {
  if (reading.ok) return { ...reading, notices: [...reading.notices, ...notices] };
  const merged = notices.filter(({ message }) => message.includes('merged cells'));
  return { ok: false, refusals: [...reading.refusals, ...merged.map(({ file, message }) => ({ file, row: null, column: null, message: `${message} Part the merged cells and fill each.` }))] };
}
