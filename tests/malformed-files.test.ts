import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { templateExample } from '#app/domain/framework/template/template-example.ts';
import type { FileReading } from '#app/services/framework/files/file-reading.ts';
import { readFiles } from '#app/services/framework/files/read-files.server.ts';
import { readTogether } from '#app/services/framework/files/read-together.server.ts';
import { writeTemplate } from '#app/services/framework/files/write-template.server.ts';
import { type ImportFile, importLimits } from '#app/services/framework/import/import-limits.ts';
import { malformedArchives } from './fixtures/malformed/malformed-archives.ts';
import { fileOf } from './fixtures/malformed/malformed-case.ts';
import { fetchingWorkbook, malformedSheets } from './fixtures/malformed/malformed-sheets.ts';
import { malformedTemplates, templateFiles } from './fixtures/malformed/malformed-templates.ts';
import { malformedTexts } from './fixtures/malformed/malformed-texts.ts';
import { archiveBytes } from './helpers/archive-bytes.ts';
import { frameworkFiles } from './helpers/framework-files.ts';
import { sheetData, workbookBytes, workbookParts } from './helpers/workbook-bytes.ts';

/** What the worker does, here without its thread. */
async function read(files: readonly ImportFile[]): Promise<FileReading[]> {
  const readings: FileReading[] = [];
  const last = await readTogether(files, (step) => readings.push(...step.readings));
  return [...readings, ...last];
}

const refusalsOf = (readings: readonly FileReading[]) => readings.flatMap(({ reading }) => (reading.ok ? [] : reading.refusals));
const cases = [...malformedTexts, ...malformedArchives, ...malformedSheets, ...malformedTemplates];

describe('a malformed file', () => {
  it.each(cases)('$what: is refused with what is wrong, where, and what to do', async ({ files, says, row, column }) => {
    const refusals = refusalsOf(await read(files));
    expect(refusals.map(({ message }) => message).join('\n')).toMatch(says);
    const at = refusals.find(({ message }) => says.test(message)) ?? refusals[0];
    expect(at?.file).not.toBe('');
    expect(at).toMatchObject({ ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) });
    expect(refusals.length).toBeLessThanOrEqual(51);
  });

  it('comes in more than a hundred kinds', () => {
    expect(new Set(cases.map(({ what }) => what)).size).toBe(cases.length);
    expect(cases.length).toBeGreaterThan(100);
  });

  it('of fifty megabytes is refused before it is read', async () => {
    const { readings } = await readFiles(fileOf('big.csv', new Uint8Array(50_000_000)));
    expect(refusalsOf(readings)).toMatchObject([{ file: 'big.csv', message: expect.stringMatching(/50\.0 MB; a file may have 6\.0 MB at most/) as string }]);
    expect(importLimits.bytesPerFile).toBe(6_000_000);
  });

  it('is called by its last name alone, whatever path it claims', async () => {
    const { readings } = await readFiles(fileOf('..\\..\\etc/../passwd.csv', 'root:x:0:0'));
    expect(readings.map(({ file }) => file)).toEqual(['passwd.csv']);
    expect(JSON.stringify(readings)).not.toContain('..');
  });

  it('in a lot is named, and the others are read all the same', async () => {
    const bomb = malformedArchives.find(({ what }) => what.startsWith('a bomb: '))?.files[0]?.bytes ?? new Uint8Array();
    const { readings } = await readFiles([...frameworkFiles('roles.csv'), { name: 'bomb.xlsx', bytes: bomb }, ...frameworkFiles('skills.csv')]);
    expect(readings.map(({ file, reading }) => [file, reading.ok])).toEqual([['roles.csv', true], ['bomb.xlsx', false], ['skills.csv', true]]);
  });

  it('has nobody asked for what its entities stand for', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('x');
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    try {
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/entity`;
      const { readings } = await readFiles(fileOf('own.xlsx', fetchingWorkbook(address)));
      expect(refusalsOf(readings)[0]?.message).toMatch(/document type declaration/);
      expect(asked).toEqual([]);
      await fetch(address);
      expect(asked).toEqual(['/entity']);
    } finally {
      server.close();
    }
  });
});

const rows = [['Role Family', 'Role', 'Role Level', 'Skill Name', 'Skill Level'], ['Sea', 'Keeper', 'Lead keeper', 'Rope work', 'Working']];
const text = (separator: string) => rows.map((row) => row.join(separator)).join('\r\n');
const little = Buffer.from(`\ufeff${text('\t')}`, 'utf16le');
const sheet = utils.aoa_to_sheet(rows);
const workbook = utils.book_new();
utils.book_append_sheet(workbook, sheet, 'Roles');
workbook.Workbook = { Sheets: [{ name: 'Roles', Hidden: 1 }] };
const saved = (format: 'xlsx' | 'ods') => new Uint8Array(write(workbook, { type: 'buffer', bookType: format }) as Buffer);

describe('a file that is not malformed', () => {
  it.each<[string, ImportFile[]]>([
    ['commas', fileOf('roles.csv', text(','))],
    ['semicolons', fileOf('roles.csv', text(';'))],
    ['tabs', fileOf('roles.txt', text('\t'))],
    ['a byte-order mark', fileOf('roles.csv', `\ufeff${text(';')}`)],
    ['UTF-16 with its mark, as spreadsheets save Unicode text', fileOf('roles.txt', little)],
    ['UTF-16 of the other order', fileOf('roles.txt', Buffer.from(little).swap16())],
    ['a name that says it is a workbook', fileOf('roles.xlsx', text(','))],
    ['a workbook with a hidden sheet', fileOf('roles.xlsx', saved('xlsx'))],
    ['a workbook that is called CSV', fileOf('roles.csv', saved('xlsx'))],
    ['an OpenDocument workbook', fileOf('roles.ods', saved('ods'))],
    ['a workbook that says it fills every cell there can be', fileOf('roles.xlsx', workbookBytes({ sheet: `<dimension ref="A1:XFD1048576"/>${sheetData(rows)}` }))],
    ['a workbook whose parts tell other names of themselves', fileOf('roles.xlsx', archiveBytes(workbookParts({ sheet: sheetData(rows) }).map((part) => ({ ...part, headerName: 'xl/other.xml' }))))],
    ['a formula with its result', fileOf('roles.xlsx', workbookBytes({ sheet: sheetData(rows).replace('t="inlineStr"><is><t>Keeper</t></is>', 't="str"><f>CONCATENATE("Kee","per")</f><v>Keeper</v>') }))],
  ])('%s: is read', async (_, files) => {
    const [first] = await read(files);
    if (!first?.reading.ok) throw new Error(JSON.stringify(first));
    expect(first.reading.facts.roles).toMatchObject([{ name: 'Keeper', roleLevels: [{ name: 'Lead keeper', expectations: [{ skillName: 'Rope work', expectedLevel: 2 }] }] }]);
  });

  it.each<[string, ImportFile[]]>([
    ['four CSV files', templateFiles()],
    ...(['xlsx', 'ods'] as const).map((format): [string, ImportFile[]] => [format, fileOf(`own.${format}`, writeTemplate(templateExample.frameworkName, templateExample.facts, format).bytes)]),
  ])('the template as %s: reads back as it was written', async (_, files) => {
    const [first, ...others] = await read(files);
    expect(others).toEqual([]);
    expect(first?.reading).toEqual({ ok: true, kind: 'own-framework', frameworkName: templateExample.frameworkName, notices: [], facts: templateExample.facts });
  });
});
