import { describe, expect, it } from 'vitest';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { startSession } from '#app/platform/session/session.server.ts';
import { action, loader } from '#app/routes/settings/outbox.tsx';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { sessionSubject } from '#tests/helpers/session-subject.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';

const database = useTestDatabase();
const state = useTestRuntime(database);
const url = 'http://localhost:3000/settings/outbox';
const context = { cspNonce: '', sourceAddress: '127.0.0.1' };

async function signedIn(accessRole: 'administrator' | 'head-of-service') {
  const organisationId = await addOrganisation(database);
  const { userId } = await addUser(database, organisationId, { grants: [{ accessRole, teamId: null }] });
  const cookie = (await startSession(new Request(url), sessionSubject(userId, organisationId))).split(';')[0] ?? '';
  return {
    open: (search = '') => loader({ request: new Request(`${url}${search}`, { headers: { cookie } }), params: {}, context }),
    send: async (fields: Record<string, string>) =>
      action({ request: new Request(url, { method: 'POST', body: new URLSearchParams(fields), headers: { cookie } }), params: {}, context }),
    queue: (kind = 'invitation') =>
      database.tenant(organisationId).transaction((tx) =>
        queueMail(tx, { organisationId, now: state.now }, {
          kind,
          to: { address: 'ada@example.org', name: 'Ada' },
          subject: 'Come in',
          body: 'Open {link}',
          link: 'https://skills.example.org/?token=secret',
        }),
      ),
    set: (mailId: string, itsState: string) => database.ownerPool.query('update mail set state = $1 where id = $2', [itsState, mailId]),
  };
}

const whereTo = (answer: unknown) => (answer as Response).headers.get('location');

describe('the outbox page', () => {
  it('lists the mails in words, and opens one with its text', async () => {
    const { open, queue } = await signedIn('administrator');
    expect((await open()).outbox).toMatchObject({ total: 0, mails: [], hasMailServer: false });
    const mailId = await queue();
    const { outbox, opened } = await open();
    expect(opened).toBeNull();
    expect(outbox?.mails).toMatchObject([
      { id: mailId, toAddress: 'ada@example.org', subject: 'Come in', state: 'waiting', written: '1 June 2026, 10:00', mayMove: true },
    ]);
    expect(JSON.stringify(outbox)).not.toContain('token');
    expect((await open(`?mail=${mailId}`)).opened).toMatchObject({ text: 'Open https://skills.example.org/?token=secret', link: 'shown' });
    expect(JSON.stringify(await open(`?mail=${await queue('password-reset')}`))).not.toContain('token');
  });

  it.each(['0', '-1', 'x', '1e9', '99999999999', ''])('shows its first page for the page %j', async (page) => {
    const { open } = await signedIn('administrator');
    expect((await open(`?page=${page}`)).outbox?.page).toBe(1);
  });

  it('sends a mail again and discards it, and says so afterwards', async () => {
    const { open, send, queue } = await signedIn('administrator');
    const mailId = await queue();
    expect(whereTo(await send({ do: 'resend', mail: mailId }))).toBe('/settings/outbox?notice=again-waits');
    state.mailServer = { url: 'smtp://localhost', from: 'a@example.org' };
    expect(whereTo(await send({ do: 'resend', mail: mailId }))).toBe('/settings/outbox?notice=again');
    state.mailServer = null;
    expect(whereTo(await send({ do: 'discard', mail: mailId }))).toBe('/settings/outbox?notice=discarded');
    expect(await open('?notice=discarded')).toMatchObject({ notice: 'The mail is discarded.', outbox: { total: 0 } });
    for (const unknown of ['%3Cb%3E', 'toString', '__proto__']) expect((await open(`?notice=${unknown}`)).notice).toBeNull();
  });

  it.each(['resend', 'discard'])('answers 409 to %s once the mail is sent', async (deed) => {
    const { send, queue, set } = await signedIn('administrator');
    const mailId = await queue();
    await set(mailId, 'sent');
    expect(await send({ do: deed, mail: mailId })).toMatchObject({ init: { status: 409 }, data: { problems: [{ field: null }] } });
  });

  it('answers 404 for what is not there, and for a mail of another organisation', async () => {
    const [own, other] = [await signedIn('administrator'), await signedIn('administrator')];
    const foreign = await other.queue();
    const random = await thrownResponse(own.open(`?mail=${crypto.randomUUID()}`));
    expect(random.status).toBe(404);
    expect(await thrownResponse(own.open(`?mail=${foreign}`))).toEqual(random);
    const wrong: Record<string, string>[] = [{}, { do: 'discard' }, { do: 'discard', mail: foreign }, { do: 'resend', mail: foreign }];
    for (const fields of wrong) expect(await thrownResponse(own.send(fields))).toEqual(random);
    expect((await other.open(`?mail=${foreign}`)).opened?.id).toBe(foreign);
  });

  it('is closed to whoever may not manage access', async () => {
    const { open, send, queue } = await signedIn('head-of-service');
    const mailId = await queue();
    const attempts = [() => open(), () => open(`?mail=${mailId}`), () => send({ do: 'resend', mail: mailId }), () => send({ do: 'discard', mail: mailId })];
    for (const attempt of attempts) expect((await thrownResponse(attempt())).status).toBe(403);
  });
});
