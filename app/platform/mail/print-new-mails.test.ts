import { beforeEach, describe, expect, it } from 'vitest';
import { type Runtime, runtime } from '#app/platform/runtime.server.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { printNewMails } from './print-new-mails.server.ts';
import { queueMail } from './queue-mail.server.ts';

const database = useTestDatabase();
const state = useTestRuntime(database);
let said: string[] = [];
beforeEach(() => {
  said = [];
});

const as = (changed: Partial<Runtime>): Runtime => ({ ...runtime(), ...changed });

async function queue(subject: string): Promise<void> {
  const organisationId = await addOrganisation(database);
  state.now = new Date(state.now.getTime() + 1000);
  const to = { address: 'ada@example.org', name: 'Ada' };
  await database.tenant(organisationId).transaction((tx) =>
    queueMail(tx, { organisationId, now: state.now }, { kind: 'password-reset', to, subject, body: 'Go here: {link}', link: 'https://x.example/secret' }),
  );
}

describe('mails in development', () => {
  it('are printed once with their links, from the start on', async () => {
    await queue('Before the start');
    state.now = new Date(state.now.getTime() + 1000);
    const print = printNewMails((message) => said.push(message));
    const development = as({ isDevelopment: true, mailServer: null });
    await print(development);
    expect(said).toEqual([]);
    await queue('First');
    await print(development);
    await queue('Second');
    await print(development);
    await print(development);
    expect(said).toHaveLength(2);
    expect(said[0]).toContain('To: ada@example.org\nSubject: First\n\nGo here: https://x.example/secret');
    expect(said[1]).toContain('Subject: Second');
  });

  it.each([
    ['in production', { isDevelopment: false, mailServer: null }],
    ['where a mail server takes them', { isDevelopment: true, mailServer: { url: 'smtp://localhost', from: 'a@b' } }],
  ])('are never printed %s', async (_, changed) => {
    const print = printNewMails((message) => said.push(message));
    await print(as(changed));
    await queue('Secret');
    await print(as(changed));
    expect(said).toEqual([]);
  });
});
