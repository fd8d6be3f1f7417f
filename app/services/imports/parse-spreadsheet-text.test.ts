import { describe, expect, it } from 'vitest';
import { importFileLimits } from './import-file-limits.ts';
import { parseSpreadsheetText } from './parse-spreadsheet-text.server.ts';

const parse = (text: string) => parseSpreadsheetText(text, importFileLimits.workbook);

describe('the text of a spreadsheet', () => {
  // Looked for by going back and forth, the second line of these would take minutes to miss.
  it.each([
    ['one line of separators', ','.repeat(400_000)],
    ['a header above nothing but line ends', `Name,E-mail${'\n'.repeat(400_000)}`],
    ['a header above blank lines', `Name,E-mail${'\r\n \t'.repeat(100_000)}`],
  ])('has one line where it is %s, and is refused for it', (_what, text) => {
    expect(parse(text)).toMatchObject({ ok: false, message: expect.stringContaining('it has one line') as string });
  });

  it('may begin and end with blank lines', () => {
    expect(parse('\n\nName,E-mail\nAda,ada@coast.example\n\n')).toMatchObject({ ok: true, rows: expect.arrayContaining([['Ada', 'ada@coast.example']]) as string[][] });
  });
});
