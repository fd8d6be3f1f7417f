import { describe, expect, it } from 'vitest';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { runCommand } from '#tests/helpers/run-command.ts';

const database = useTestDatabase();

const onServer = (parameters: string[], fromSource = false) =>
  runCommand('scripts/audit-verify.ts', parameters, { settings: { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl }, fromSource });
const run = (...parameters: string[]) => onServer(parameters);

async function recorded() {
  const organisation = await makeOrganisation(database);
  const context = await organisation.as('administrator');
  for (const subjectId of ['one', 'two', 'three']) {
    await context.db.transaction((tx) => recordAudit(tx, context, { action: 'team.add', subjectKind: 'team', subjectId }));
  }
  return organisation;
}

describe('npm run audit:verify', () => {
  it('walks every organisation, prints where each ends, and ends with code 1 where one is broken', async () => {
    const [whole, broken] = [await recorded(), await recorded()];
    const before = await onServer([], true);
    expect(before).toMatchObject({ code: 0, errors: '' });
    for (const { canary } of [whole, broken]) {
      expect(before.output).toMatch(new RegExp(`"${canary}": 3 rows are as they were written\\.\\n  3:[0-9a-f]{64}\\n`));
    }
    await database.ownerPool.query(`update audit_event set actor_name = 'Nobody' where position = 2 and organisation_id = $1`, [broken.id]);
    const after = await run();
    expect(after).toMatchObject({ code: 1, errors: '' });
    expect(after.output).toContain(`"${broken.canary}": 1 rows are as they were written.\n  Broken at position 2: `);
    expect(after.output).toContain(`"${whole.canary}": 3 rows`);
    expect(await run('--organisation', whole.canary)).toMatchObject({ code: 0 });
  });

  it('compares with an end that was noted elsewhere', async () => {
    const { canary } = await recorded();
    const { output } = await run('--organisation', canary);
    const noted = /3:[0-9a-f]{64}/.exec(output)![0];
    expect(await run('--organisation', canary, '--expect', noted)).toMatchObject({ code: 0 });
    const rewritten = await run('--organisation', canary, '--expect', `2:${'0'.repeat(64)}`);
    expect(rewritten.code).toBe(1);
    expect(rewritten.output).toMatch(/Broken at position 2: .*rewritten/);
  });

  it.each([
    ['an unknown organisation', ['--organisation', 'nowhere'], /There is no organisation "nowhere"/],
    ['an end that is none', ['--organisation', 'nowhere', '--expect', '12'], /a position and a hash/],
    ['an end without its organisation', ['--expect', `1:${'a'.repeat(64)}`], /Name the organisation/],
    ['an unknown option', ['--force'], /Unknown option '--force'/],
  ])('ends with code 1 and one plain sentence for %s', async (_, parameters, message) => {
    const { code, output, errors } = await run(...parameters);
    expect(code).toBe(1);
    expect(output).toBe('');
    expect(errors).toMatch(message);
    expect(errors).not.toMatch(/^\s+at /m);
  });
});
