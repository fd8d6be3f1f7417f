import { stringify } from 'csv-stringify/sync';
import { writeWorkbook } from '#app/platform/files/write-workbook.server.ts';
import { importTemplates } from './import-templates.ts';
import { sheetFormats, type SheetFile } from './sheet-formats.ts';

/** A spreadsheet to fill in, with one row as an example; null where there is none of this name. */
export function writeImportTemplate(fileName: string): SheetFile | null {
  const [, key = '', format = ''] = /^([a-z-]+)\.([a-z]+)$/.exec(fileName) ?? [];
  if (!isTemplate(key) || !isFormat(format)) return null;
  const { label, rows } = importTemplates[key];
  const name = `capability-map-${fileName}`;
  if (format !== 'csv') return { name, mediaType: sheetFormats[format], bytes: writeWorkbook([{ name: label.slice(0, 31), rows }], format) };
  return { name, mediaType: sheetFormats.csv, bytes: new TextEncoder().encode(`\ufeff${stringify(rows, { record_delimiter: 'windows' })}`) };
}

function isTemplate(key: string): key is keyof typeof importTemplates {
  return Object.hasOwn(importTemplates, key);
}

function isFormat(format: string): format is keyof typeof sheetFormats {
  return Object.hasOwn(sheetFormats, format);
}
