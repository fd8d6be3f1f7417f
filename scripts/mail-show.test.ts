import { describe, expect, it } from 'vitest';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { readAudit } from '#tests/helpers/refused-audit.ts';
import { runCommand } from '#tests/helpers/run-command.ts';
import { useTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { testSettings, useTestRuntime } from '#tests/helpers/test-runtime.ts';

const database = useTestDatabase();
const state = useTestRuntime(database);
const inFolder = useTemporaryFolder();
const ownKey = testSettings.secretKey.toString('hex');

const run = (parameters: string[], settings: Record<string, string> = {}, fromSource = false) =>
  runCommand('scripts/mail-show.ts', parameters, { settings: { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, SECRET_KEY: ownKey, ...settings }, fromSource });

async function outbox(slug: string): Promise<string> {
  const organisationId = await addOrganisation(database, slug);
  const to = { address: 'ada@example.org', name: 'Ada' };
  const mail = { kind: 'password-reset', to, subject: 'A new password', body: 'Open {link}\n', link: `https://${slug}.example/secret` };
  await database.tenant(organisationId).transaction((tx) => queueMail(tx, { organisationId, now: state.now }, mail));
  return organisationId;
}

describe('npm run mail:show', () => {
  it('prints what waits in one organisation, with its links, and leaves a record', async () => {
    const organisationId = await outbox('first');
    await outbox('second');
    const { code, output, errors } = await run(['--organisation', 'first'], {}, true);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output).toContain('To: ada@example.org\nSubject: A new password\nWritten: 1 June 2026, 10:00\n\nOpen https://first.example/secret\n');
    expect(output).not.toContain('second.example');
    expect(await readAudit(database, organisationId)).toMatchObject([{ action: 'mail.show', actorName: 'Command: mail:show', actorUserId: null }]);
  });

  it('says so where nothing waits', async () => {
    await addOrganisation(database, 'quiet');
    expect(await run(['--organisation', 'quiet'])).toEqual({ code: 0, errors: '', output: 'No mail of "quiet" waits.\n' });
  });

  it('says that links were sealed with another key, and whose is wanted', async () => {
    await outbox('sealed');
    const { code, output, errors } = await run(['--organisation', 'sealed'], { SECRET_KEY: '', DATA_FOLDER: inFolder('another') });
    expect(code).toBe(1);
    expect(output).toContain('[the link cannot be opened with this key]');
    expect(errors).toMatch(/^Some links were sealed with another key: run this with the SECRET_KEY/);
  });

  it.each([
    ['no organisation', [], /^Name the organisation\.\nUsage: npm run mail:show/],
    ['an unknown organisation', ['--organisation', 'nowhere'], /^There is no organisation "nowhere"/],
  ])('ends with code 1 and one plain sentence for %s', async (_, parameters, message) => {
    const { code, output, errors } = await run(parameters);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(errors).toMatch(message);
  });
});
