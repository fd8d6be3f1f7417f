import { stringify } from 'csv-stringify/sync';
import { neutraliseFormula } from '#app/domain/access/neutralise-formula.ts';
import { writeWorkbook } from '#app/platform/files/write-workbook.server.ts';
import { importTemplates } from './import-templates.ts';
import { sheetFormats, type SheetFile } from './sheet-formats.ts';

const mostSkills = 200;

/** A spreadsheet to fill in, with one row as an example; null where there is none of this name. The wide one has a column for each of the skills. */
export function writeImportTemplate(fileName: string, skillNames: readonly string[]): SheetFile | null {
  const [, key = '', format = ''] = /^([a-z-]+)\.([a-z]+)$/.exec(fileName) ?? [];
  if (!isTemplate(key) || !isFormat(format)) return null;
  const { label, rows: known } = importTemplates[key];
  const rows = key === 'assessments-wide' ? known.map((cells, at) => [...cells, ...skillNames.slice(0, mostSkills).map((name, place) => (at === 0 ? neutraliseFormula(name) : place === 0 ? '2' : ''))]) : known;
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
