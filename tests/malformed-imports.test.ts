import { describe, expect, it } from 'vitest';
import { fileLimits } from '#app/platform/files/file-limits.ts';
import { writeWorkbook } from '#app/platform/files/write-workbook.server.ts';
import { importFileLimits } from '#app/services/imports/import-file-limits.ts';
import { readInWorker } from '#app/services/imports/read-in-worker.server.ts';
import { readSpreadsheet } from '#app/services/imports/read-spreadsheet.server.ts';
import { malformedArchives } from './fixtures/malformed/malformed-archives.ts';
import { malformedSheets } from './fixtures/malformed/malformed-sheets.ts';
import { malformedTexts } from './fixtures/malformed/malformed-texts.ts';
import { sheetData, workbookBytes } from './helpers/workbook-bytes.ts';

/** Tables in good order of something else than a framework: here they are sheets like any other, and their columns are asked about. */
const otherTables = new Set([
  'Windows-1252', 'a column that is missing', 'a column that stands twice', 'names of the prototype for headers', 'a zero-width name', 'a level that the scale has not', 'rows that contradict each other',
  'a workbook of another table', 'a sheet that lacks a column', 'a sheet whose header stands below a title', 'two sheets of one table', 'one of four tables',
  'a ragged row between semicolons',
]);
const cases = [...malformedTexts, ...malformedArchives, ...malformedSheets];
const bytesOf = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

// With the limits of frameworks, by which the table was made.
const read = (file: { name: string; bytes: Uint8Array }, limits = fileLimits) => readSpreadsheet(file, limits);

describe('a malformed file handed in as people or assessments', () => {
  it.each(cases)('$what: is refused with what to do, or is a table like any other', async ({ what, files: [file] }) => {
    if (!file) throw new Error('A case has a file.');
    const reading = await read(file);
    if (otherTables.has(what)) expect(reading).toMatchObject({ ok: true });
    else expect(reading).toMatchObject({ ok: false, message: expect.stringMatching(new RegExp(`^${file.name.replace('.', '\\.')}(,| ).{10,}[.]$`, 's')) as string });
  });

  it('names the tables that are none of the malformed ones by what they are called there', () => {
    const known = new Set(cases.map(({ what }) => what));
    expect([...otherTables].filter((what) => !known.has(what))).toEqual([]);
    expect(cases.length - otherTables.size).toBeGreaterThan(70);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['the sheet, row and column of an error', workbookBytes({ sheet: '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row><row r="2"><c r="A2" t="e"><f>A9</f><v>#REF!</v></c></row></sheetData>' }), /^x, sheet "Sheet1" has the error #REF! in place of a value in A2/],
    ['a row that is wider than the table', bytesOf(`Name,Team\n${'a,b\n'.repeat(30)}c,d,e\n`), /3 cells on row 32, and the row that names the columns has 2/],
    ['a cell that is too long', bytesOf(`Name,Team\n"${'x'.repeat(30_000)}",b`), /30000 characters in A2/],
  ])('tells %s', async (_, bytes, says) => {
    const reading = await read({ name: 'x', bytes });
    expect(reading.ok ? '' : reading.message).toMatch(says);
  });
});

describe('a spreadsheet', () => {
  const rows = [['Name', 'Team'], ['Zoë O’Neill', 'Café']];
  const text = (separator: string) => rows.map((row) => row.join(separator)).join('\r\n');
  it.each<[string, Uint8Array, string]>([
    ['UTF-8 with commas', bytesOf(text(',')), 'csv'],
    ['UTF-8 with its mark and semicolons', bytesOf(`\ufeff${text(';')}`), 'csv'],
    ['UTF-16 with tabs', new Uint8Array(Buffer.from(`\ufeff${text('\t')}`, 'utf16le')), 'csv'],
    ['UTF-16 of the other order', new Uint8Array(Buffer.from(`\ufeff${text('\t')}`, 'utf16le').swap16()), 'csv'],
    ['Windows-1252', latin(text(',').replace('’', '\u0092')), 'csv'],
    ['XLSX', writeWorkbook([{ name: 'People', rows }], 'xlsx'), 'xlsx'],
    ['ODS', writeWorkbook([{ name: 'People', rows }], 'ods'), 'ods'],
    ['XLSX by hand', workbookBytes({ sheet: sheetData(rows) }), 'xlsx'],
  ])('as %s is read', async (_, bytes, format) => {
    expect(await read({ name: 'people', bytes: new Uint8Array(bytes) })).toMatchObject({ ok: true, format, sheets: [{ rows }] });
  });

  it('of two encodings is refused and not guessed at', async () => {
    const mixed = new Uint8Array(Buffer.concat([Buffer.from('Name\nZoë\n'), Buffer.from('Rôle\n', 'latin1')]));
    expect(await read({ name: 'people.csv', bytes: mixed })).toMatchObject({ ok: false, message: expect.stringMatching(/letters in two encodings; line 3/) as string });
  });

  it.each([['5,000 people in 30 columns', 5_001, 30], ['65,000 rows of one assessment each', 65_001, 7]])('of %s is read in its thread', async (_, count, width) => {
    const large = Array.from({ length: count }, (__, row) => Array.from({ length: width }, (___, column) => (row === 0 ? `Column ${column}` : `${row % 997} value ${column}`)));
    const reading = await readInWorker({ name: 'large.xlsx', bytes: writeWorkbook([{ name: 'Sheet', rows: large }], 'xlsx') });
    expect(reading.ok ? reading.sheets[0]?.rows.length : reading.message).toBe(count);
    expect(importFileLimits.workbook.rows).toBeGreaterThan(count);
  }, 60_000);
});
