import { describe, expect, it } from 'vitest';
import { connectDatabase } from '#db/connect.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { tenantDatabase } from '#db/tenant.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { runCommand } from '#tests/helpers/run-command.ts';
import { useTemporaryFolder } from '#tests/helpers/temporary-folder.ts';

const database = useTestDatabase();
const inFolder = useTemporaryFolder();

const run = (settings: Record<string, string>, parameters: string[], fromSource = false) => runCommand('scripts/rebuild-current.ts', parameters, { settings, fromSource });

const ofServer = () => ({ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl });
const onServer = (...parameters: string[]) => run(ofServer(), parameters);

describe('npm run db:rebuild', () => {
  it('tells drift and changes nothing with --check, mends it without, and then finds none', async () => {
    const { id, canary } = await makeOrganisation(database);
    expect(await run(ofServer(), ['--organisation', canary, '--check'], true)).toMatchObject({ code: 0, errors: '' });
    await database.ownerPool.query('update current_assessment set expected_level = 9 where organisation_id = $1', [id]);
    for (const parameters of [['--check'], ['--check'], []]) {
      const { code, output, errors } = await onServer('--organisation', canary, ...parameters);
      expect(errors).toBe('');
      expect(output).toMatch(/^Cells that differed from the history: 9\n/);
      expect(output).toMatch(parameters.length > 0 ? /Nothing was changed\. To put it right: / : /They have been put right\./);
      expect(code).toBe(parameters.length > 0 ? 1 : 0);
    }
    expect((await onServer('--organisation', canary, '--check')).output).toContain('is what the history says.');
  });

  it('goes through every organisation where none is named, and tells of each', async () => {
    const [whole, drifted] = [await makeOrganisation(database), await makeOrganisation(database)];
    await database.ownerPool.query('delete from team_skill_summary where organisation_id = $1', [drifted.id]);
    const { code, output, errors } = await onServer('--check');
    expect([code, errors]).toEqual([1, '']);
    expect(output).toContain(`What is kept ready for "${whole.canary}" is what the history says.`);
    expect(output).toContain(`npm run db:rebuild -- --organisation ${drifted.canary}`);
    expect(output).toMatch(/Organisations: \d+, of which with something that differed: 1\n$/);
    expect((await onServer()).code).toBe(0);
    expect(await onServer('--check')).toMatchObject({ code: 0 });
  });

  it('works on the embedded database while the app has it open, and while nothing runs', async () => {
    const dataFolder = inFolder('data');
    const app = await connectDatabase({ dataFolder });
    await migrateDatabase(app.ownerUrl);
    const { canary } = await makeOrganisation({ tenant: (organisationId) => tenantDatabase(app.pool, organisationId) });
    const command = () => run({ DATA_FOLDER: dataFolder, DATABASE_URL: '', DATABASE_OWNER_URL: '' }, ['--organisation', canary, '--check']);
    expect((await command()).code).toBe(0);
    expect((await app.pool.query('select 1')).rowCount).toBe(1);
    await app.close();
    expect((await command()).output).toContain('is what the history says.');
  }, 60_000);

  it.each([
    ['an unknown organisation', ['--organisation', 'nowhere'], /There is no organisation "nowhere"/],
    ['an unknown option', ['--force'], /Unknown option '--force'/],
  ])('ends with code 1 and one plain sentence for %s', async (_, parameters, message) => {
    const { code, output, errors } = await onServer(...parameters);
    expect(code).toBe(1);
    expect(output).toBe('');
    expect(errors).toMatch(message);
    expect(errors).not.toMatch(/^\s+at /m);
  });
});
