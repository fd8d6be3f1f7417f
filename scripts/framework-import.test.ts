import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { kiteInspectorGone, releaseFiles, ropeWorkRenamed } from '#tests/helpers/release-files.ts';
import { rowCounts } from '#tests/helpers/row-counts.ts';
import { runCommand } from '#tests/helpers/run-command.ts';
import { useTemporaryFolder } from '#tests/helpers/temporary-folder.ts';

const database = useTestDatabase();
const inFolder = useTemporaryFolder();
const fixtures = 'tests/fixtures/framework';

const onServer = (parameters: string[], fromSource = false) =>
  runCommand('scripts/framework-import.ts', parameters, { settings: { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl }, fromSource });
const run = (...parameters: string[]) => onServer(parameters);

describe('npm run framework:import', () => {
  it('prints what it found and would change on a dry run, and stores nothing', async () => {
    await addOrganisation(database, 'harbour-dry');
    const before = await rowCounts(database);
    const { code, output, errors } = await onServer([`${fixtures}/roles.csv`, `${fixtures}/tide-analyst.txt`, '--organisation', 'harbour-dry', '--dry-run'], true);
    expect(errors).toBe('');
    expect(code).toBe(0);
    expect(output).toMatch(/^roles\.csv: role content download; 2 role families, 4 roles, 7 role levels, 7 skills, 23 expectations/);
    expect(output).toMatch(/Conflicts of wording between sources: \d/);
    expect(output).toMatch(/Government Digital and Data \(new here\): 2 role families/);
    expect(output).toMatch(/\(new here\): .*, 23 expectations/);
    expect(output).toMatch(/Dry run: nothing was stored\.\n$/);
    expect(await rowCounts(database)).toEqual(before);
  });

  it('stores what it reads, and finds nothing to change the second time', async () => {
    await addOrganisation(database, 'harbour');
    const call = () => run(`${fixtures}/skills.csv`, `${fixtures}/roles.csv`, '--organisation', 'harbour');
    const first = await call();
    expect(first).toMatchObject({ code: 0, errors: '' });
    expect(first.output).toMatch(/Published and adopted as "Imported \d{4}-\d{2}-\d{2}"\./);
    const before = await rowCounts(database);
    const second = await call();
    expect(second).toMatchObject({ code: 0, errors: '' });
    expect(second.output).toMatch(/Nothing to change\.\n$/);
    expect(await rowCounts(database)).toEqual(before);
  });

  it('ends with code 1 where a change asks for a decision, says where to decide, and publishes nothing', async () => {
    await addOrganisation(database, 'harbour-asks');
    const write = (files: readonly { name: string; bytes: Uint8Array }[]) =>
      files.map(({ name, bytes }) => {
        const path = inFolder(name);
        writeFileSync(path, bytes);
        return path;
      });
    expect(await run(...write(releaseFiles()), '--organisation', 'harbour-asks')).toMatchObject({ code: 0 });
    const versions = async () => (await rowCounts(database))['framework_version'];
    const before = await versions();
    const next = write(releaseFiles(...ropeWorkRenamed, kiteInspectorGone));
    const dry = await run(...next, '--organisation', 'harbour-asks', '--dry-run');
    expect(dry).toMatchObject({ code: 0, errors: '' });
    expect(dry.output).toMatch(/\d+ changes ask for a decision:\n(?: {2}- .*\n)*? {2}- Renamed: Rope work -> Line work/);
    expect(dry.output).not.toContain('/framework/releases/');
    const asked = await run(...next, '--organisation', 'harbour-asks');
    expect(asked).toMatchObject({ code: 1, errors: '' });
    expect(asked.output).toMatch(/ {2}- Renamed: Rope work -> Line work\n/);
    expect(asked.output).toMatch(/Gone: Kite inspector\n/);
    const [, releaseId] = /Not published\. Decide here: http:\/\/\S+\/framework\/releases\/([\w-]+)\n/.exec(asked.output) ?? [];
    const { rows } = await database.ownerPool.query('select state from framework_release where id = $1', [releaseId]);
    expect(rows).toEqual([{ state: 'open' }]);
    expect(asked.output).toMatch(/Nothing was published: somebody has to decide first\.\n$/);
    expect(await versions()).toBe(before);
  });

  it('ends with code 1, says what is missing and where, and stores nothing when it refuses', async () => {
    await addOrganisation(database, 'harbour-refused');
    const broken = inFolder('broken.csv');
    writeFileSync(broken, 'Skill Name,Awareness,Working,Practitioner,Expert\n,a,b,c,d\n');
    const before = await rowCounts(database);
    const { code, output } = await run(broken, `${fixtures}/roles.csv`, '--organisation', 'harbour-refused');
    expect(code).toBe(1);
    expect(output).toMatch(/Refused; nothing was stored:\n {2}- broken\.csv: Row 2 has no skill name/);
    expect(await rowCounts(database)).toEqual(before);
  });

  it.each([
    ['no file', ['--organisation', 'harbour'], /Name at least one file\.\nUsage: /],
    ['no organisation', [`${fixtures}/roles.csv`], /Name the organisation\.\nUsage: /],
    ['an unknown organisation', [`${fixtures}/roles.csv`, '--organisation', 'nowhere'], /There is no organisation "nowhere"/],
    ['a file that is not there', ['missing.csv', '--organisation', 'harbour'], /missing\.csv is not a file that can be read/],
    ['a folder', [fixtures, '--organisation', 'harbour'], /tests\/fixtures\/framework is not a file that can be read/],
    ['what is no file', ['/dev/null', '--organisation', 'harbour'], /\/dev\/null is not a file that can be read/],
    ['too many files', [...Array<string>(41).fill(`${fixtures}/roles.csv`), '--organisation', 'harbour'], /At most 40 files are read at once/],
    ['an unknown option', [`${fixtures}/roles.csv`, '--force'], /Unknown option '--force'/],
  ])('ends with code 1 and one plain sentence for %s', async (_, parameters, message) => {
    const { code, output, errors } = await run(...parameters);
    expect(code).toBe(1);
    expect(output).toBe('');
    expect(errors).toMatch(message);
    expect(errors).not.toMatch(/^\s+at /m);
  });
});
