import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { archiveBytes } from '#tests/helpers/archive-bytes.ts';
import { sheetData, workbookBytes, workbookParts } from '#tests/helpers/workbook-bytes.ts';
import { fileLimits } from './file-limits.ts';
import { measureArchive } from './measure-archive.server.ts';
import { readWorkbook } from './read-workbook.server.ts';

describe('a workbook', () => {
  it.each(['xlsx', 'ods'] as const)('as %s: gives numbers plain, dates as ISO in any time zone, and tells merged cells', async (bookType) => {
    const sheet = utils.aoa_to_sheet([['Name', 'Date', 'Number', 'Yes'], ['Ada', new Date(Date.UTC(2025, 8, 1)), 1.5, true], ['', null, 12, false]], { cellDates: true, UTC: true });
    sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }];
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'One');
    const bytes = write(book, { type: 'buffer', bookType, cellDates: bookType === 'ods' }) as Buffer;
    expect(await readWorkbook(bytes, fileLimits)).toEqual({
      ok: true,
      kind: bookType,
      sheets: [{ name: 'One', rows: [['Name', 'Date', 'Number', 'Yes'], ['Ada', '2025-09-01', '1.5', 'TRUE'], ['', '', '12', 'FALSE']], merged: ['A2:A3'], isFrom1904: false }],
    });
  });

  it('is measured and parsed by one and the same list of parts, whatever each part says of itself', async () => {
    const hidden = sheetData([['What no directory names']]);
    const bytes = workbookBytes({ sheet: sheetData([['Seen']]) });
    const both = Buffer.concat([archiveBytes([{ name: 'xl/worksheets/sheet1.xml', content: `<worksheet>${hidden}</worksheet>` }]).subarray(0, 120), bytes]);
    const reading = await readWorkbook(bytes, fileLimits);
    expect(reading).toMatchObject({ ok: true, sheets: [{ rows: [['Seen']] }] });
    expect(await readWorkbook(both, fileLimits)).toMatchObject({ ok: false });
  });

  it('names its sheets without characters that act on a terminal or a page, or that the database refuses', async () => {
    const parts = workbookParts({ sheet: sheetData([['Seen']]) }).map((part) => ({ ...part, content: String(part.content).replace('"Sheet1"', '"One&#x1b;[31m&#x202e;&#0;&#x9b;2&#xd800;"') }));
    const reading = await readWorkbook(archiveBytes(parts), fileLimits);
    if (!reading.ok) throw new Error(reading.message);
    expect(reading.sheets[0]?.name).toMatch(/^One\S*\[31m\S*2\S*$/);
    expect(reading.sheets[0]?.name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  });

  it('is refused above each limit and read just below it', async () => {
    const rows = Array.from({ length: 10 }, (_, row) => [`a${row}`, `b${row}`]);
    const bytes = workbookBytes({ sheet: sheetData(rows), sheets: 2 });
    const { unpackedBytes, names } = (await measureArchive(bytes, fileLimits.archive)) as { unpackedBytes: number; names: string[] };
    const within = async (archive: object, workbook: object) => (await readWorkbook(bytes, { archive: { ...fileLimits.archive, ...archive }, workbook: { ...fileLimits.workbook, ...workbook } })).ok;
    const edges: [object, object][] = [
      [{ entries: names.length }, { sheets: 2, rows: 10, columns: 2, cells: 40, cellLength: 2, textLength: 80 }],
      [{ unpackedBytes }, {}],
    ];
    for (const [archive, workbook] of edges) {
      expect(await within(archive, workbook)).toBe(true);
      for (const [key, value] of Object.entries(archive)) expect([key, await within({ [key]: value - 1 }, {})]).toEqual([key, false]);
      for (const [key, value] of Object.entries(workbook)) expect([key, await within({}, { [key]: value - 1 })]).toEqual([key, false]);
    }
    expect(await within({ ratioFrom: 0, ratio: 1 }, {})).toBe(false);
    expect(await within({ nameLength: 5 }, {})).toBe(false);
  });
});
