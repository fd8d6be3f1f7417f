import { describe, expect, it } from 'vitest';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { malformedArchives } from '#tests/fixtures/malformed/malformed-archives.ts';
import { malformedSheets } from '#tests/fixtures/malformed/malformed-sheets.ts';
import { malformedTemplates } from '#tests/fixtures/malformed/malformed-templates.ts';
import { frameworkFiles, textFile } from '#tests/helpers/framework-files.ts';
import { withRefusedAudit } from '#tests/helpers/refused-audit.ts';
import { rowCounts } from '#tests/helpers/row-counts.ts';
import { importFramework } from './import-framework.server.ts';
import { importLimits } from './import-limits.ts';

const database = useTestDatabase();

async function administrator() {
  return contextAs(database, { accessRole: 'administrator', organisationId: await addOrganisation(database) });
}

describe('a refused import', () => {
  it.each([
    ['no file', [], /at least one file/],
    ['a column missing', [textFile('roles.csv', 'Role Family,Role,Role Level,Skill Name\nA,B,C,D')], /no column "Skill Level"/],
    ['a quotation mark that is never closed', [textFile('skills.csv', 'Skill Name,Awareness,Working,Practitioner,Expert\n"Rope work,a,b,c,d\n')], /row 2 is never closed/],
    ['a quotation mark inside a cell', [textFile('skills.csv', 'Skill Name,Awareness,Working,Practitioner,Expert\nRope,a,b,c,d\nTide "high,a,b,c,d\n')], /row 3 stands in the middle/],
    ['a short row', [textFile('skills.csv', 'Skill Name,Awareness,Working,Practitioner,Expert\nRope work,a,b\n')], /Row 2 has 3 cells/],
    ['Windows-1252', [{ name: 'skills.csv', bytes: Buffer.from('Skill Name,Awareness\ncaf\u00e9,a', 'latin1') }], /not UTF-8 text; it looks like Windows-1252. Line 2 .*CSV UTF-8/],
    ['UTF-16 that is cut off in a letter', [{ name: 'skills.csv', bytes: Buffer.from('\ufeffSkill Name', 'utf16le').subarray(0, -1) }], /begins as text in UTF-16 does and holds bytes that are none/],
    ['UTF-16 without its mark', [{ name: 'skills.csv', bytes: Buffer.from('Skill Name', 'utf16le') }], /UTF-16 without a byte-order mark, not UTF-8/],
    ['bytes that are no text', [{ name: 'roles.csv', bytes: Uint8Array.from([82, 75, 3, 4, 0, 255, 254, 1]) }], /not text/],
    ['a page without role levels', [textFile('page.txt', 'Tide analyst\n\nFind out what a tide analyst in government does.\n')], /./],
    ['too large a file', [{ name: 'big.csv', bytes: new Uint8Array(importLimits.bytesPerFile + 1) }], /6\.0 MB at most/],
    ['too many files', Array.from({ length: importLimits.files + 1 }, (_, index) => textFile(`${index}.csv`, 'a')), /too many at once/],
    ['too much together', [1, 2].map((part) => ({ name: `${part}.csv`, bytes: new Uint8Array(5_000_000) })), /9\.0 MB at most/],
    ['too many rows', [textFile('skills.csv', `Skill Name,Awareness,Working,Practitioner,Expert\n${'x,a,b,c,d\n'.repeat(20_001)}`)], /at most 20000 rows/],
  ])('for %s says what is wrong and stores nothing, nor anything of a good file beside it', async (_, bad, message) => {
    const context = await administrator();
    const before = await rowCounts(database);
    const good = bad.length > 0 ? frameworkFiles('harbour-keeper.txt') : [];
    const result = await importFramework(context, [...good, ...bad]);
    if (result.ok) throw new Error('The import was not refused.');
    expect(result.refusals.map((refusal) => refusal.message).join('\n')).toMatch(message);
    expect(await rowCounts(database)).toEqual(before);
  });

  it.each([malformedArchives, malformedSheets, malformedTemplates].flatMap((cases) => cases.slice(0, 1)))('for $what stores nothing, nor anything of a good file beside it', async ({ files, says }) => {
    const context = await administrator();
    const before = await rowCounts(database);
    const result = await importFramework(context, [...frameworkFiles('harbour-keeper.txt'), ...files]);
    if (result.ok) throw new Error('The import was not refused.');
    expect(result.refusals.map((refusal) => refusal.message).join('\n')).toMatch(says);
    expect(await rowCounts(database)).toEqual(before);
  });

  it('names a contradiction between two documents on an expected level', async () => {
    const context = await administrator();
    const page = new TextDecoder().decode(frameworkFiles('harbour-keeper.txt')[0]?.bytes);
    const other = page.replace('Level: awareness\n\nAwareness is the first', 'Level: expert\n\nExpert is the fourth');
    const before = await rowCounts(database);
    const result = await importFramework(context, [...frameworkFiles('roles.csv'), textFile('other.txt', other)]);
    expect(result).toMatchObject({ ok: false, refusals: [{ message: expect.stringMatching(/at level 1 in roles\.csv and at level 4 in other\.txt/) }] });
    expect(await rowCounts(database)).toEqual(before);
  });

  it('is one that cannot be recorded in the audit', async () => {
    const context = await administrator();
    const before = await rowCounts(database);
    await withRefusedAudit(database, async () => {
      await expect(importFramework(context, frameworkFiles('roles.csv'))).rejects.toThrow(/audit_event/);
    });
    expect(await rowCounts(database)).toEqual(before);
  });

  it('shows and stores no character of a file name that acts on a terminal or that the database refuses', async () => {
    const context = await administrator();
    const result = await importFramework(context, [textFile('/tmp/\u001b[31mbad\u202e.csv', '')]);
    const stored = await importFramework(context, frameworkFiles('skills.csv').map((file) => ({ ...file, name: 'a\ud800\u0000.csv' })));
    expect(stored).toMatchObject({ ok: true, files: [{ name: 'a.csv' }] });
    expect(JSON.stringify(result)).not.toMatch(/\\u001b|\u202e|tmp/);
  });
});
