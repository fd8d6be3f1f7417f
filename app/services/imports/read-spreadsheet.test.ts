import { describe, expect, it } from 'vitest';
import { guessMapping } from '#app/domain/spreadsheet/guess-mapping.ts';
import { readDay } from '#app/domain/spreadsheet/read-day.ts';
import { workbookBytes } from '#tests/helpers/workbook-bytes.ts';
import { importFileLimits } from './import-file-limits.ts';
import { readSpreadsheet } from './read-spreadsheet.server.ts';

/** The cells of a start date: one that is formatted as a date, and one that is a bare number. */
const dates = `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Start date</t></is></c></row>
  <row r="2"><c r="A2" t="inlineStr"><is><t>Ada</t></is></c><c r="B2" s="1"><v>SERIAL</v></c></row>
  <row r="3"><c r="A3" t="inlineStr"><is><t>Ben</t></is></c><c r="B3"><v>SERIAL</v></c></row></sheetData>`;
/** Style 1 is a date as the program of the reader writes it (numFmtId 14). */
const styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';

async function startDates(serial: number, properties: string) {
  const bytes = workbookBytes({ sheet: dates.replaceAll('SERIAL', String(serial)), styles, properties });
  const reading = await readSpreadsheet({ name: 'people.xlsx', bytes }, importFileLimits);
  if (!reading.ok) throw new Error(reading.message);
  const mapping = guessMapping({ sheets: reading.sheets, skills: [], kind: 'people' });
  return reading.sheets[0]!.rows.slice(1).map((row) => readDay(row[1]!, mapping.dayOrder, mapping.isFrom1904));
}

describe('a date of a workbook', () => {
  // The same day is 1,462 days further from 1900 than from 1904.
  it.each([
    ['1900', 46_115, ''],
    ['1904', 46_115 - 1_462, '<workbookPr date1904="1"/>'],
  ])('that counts from %s is the same day, whether it is formatted as a date or a bare number', async (_, serial, properties) => {
    expect(await startDates(serial, properties)).toEqual([{ ok: true, day: '2026-04-03' }, { ok: true, day: '2026-04-03' }]);
  });

  it('would be another day, were the base left out of sight', async () => {
    expect(await startDates(46_115 - 1_462, '')).toEqual([{ ok: true, day: '2022-04-02' }, { ok: true, day: '2022-04-02' }]);
  });
});
