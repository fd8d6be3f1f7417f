import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, it } from 'vitest';
import { linkPurpose } from '#app/platform/mail/queue-mail.server.ts';
import { inRequestScope } from '#app/platform/request-scope.server.ts';
import { unseal } from '#app/platform/secret/secret-box.server.ts';
import * as account from '#app/routes/account/account.tsx';
import * as forgotten from '#app/routes/account/forgotten-password.tsx';
import * as password from '#app/routes/account/password.tsx';
import * as reset from '#app/routes/account/reset-password.tsx';
import { SessionEntry } from '#app/routes/account/session-entry.tsx';
import * as sessions from '#app/routes/account/sessions.tsx';
import * as change from '#app/routes/account/switch-organisation.tsx';
import * as layout from '#app/routes/layout.tsx';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { addUser, testPassword } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { addMembership, answered, isSignedIn, type SignedIn, signedIn } from '#tests/helpers/signed-in.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';

const db = useTestDatabase();
useTestRuntime(db);
const newPassword = 'four rather plain words';
let organisationId = '';
let userId = '';
let email = '';
let browser: SignedIn;

beforeEach(async () => {
  await db.ownerPool.query('delete from throttle');
  organisationId = await addOrganisation(db);
  ({ userId, email } = await addUser(db, organisationId));
  browser = await signedIn(userId, organisationId);
});

const withRequest = (request: Request) => ({ request, params: {}, context: { cspNonce: '', sourceAddress: '192.0.2.1' } });
const get = (path: string) => withRequest(new Request(`http://localhost:3000${path}`));
const post = (path: string, form: Record<string, string> | [string, string][]) =>
  withRequest(new Request(`http://localhost:3000${path}`, { method: 'POST', body: new URLSearchParams(form) }));
const send = (path: string, form: Record<string, string>, by = browser) => withRequest(by.request(path, form));
/** What a browser would get to see of an action's answer. */
const seen = (answer: unknown) => {
  if (answer instanceof Response) return { status: answer.status, headers: [...answer.headers] };
  const { data, init } = answer as { data: unknown; init: ResponseInit | null };
  return { data, status: init?.status ?? 200, headers: [...new Headers(init?.headers)] };
};
const leadsTo = (answer: unknown) => (answer as Response).headers.get('Location');

describe('the pages of one’s account', () => {
  it.each([
    ['/account', account],
    ['/account/password', password],
    ['/account/sessions', sessions],
    ['/account/organisation', change],
  ])('%s asks for signing in, to read and to write', async (path, route) => {
    const sent = { name: 'New', currentPassword: testPassword, newPassword, end: 'others', organisationId };
    for (const ask of [() => route.loader(get(path)), () => route.action(post(path, sent))]) {
      const thrown = await thrownResponse(ask() as Promise<unknown>);
      expect([thrown.status, new Headers(thrown.headers).get('Location')]).toEqual([302, expect.stringMatching(/^\/sign-in/)]);
    }
  });

  it('takes the name and nothing else that is sent with it', async () => {
    const before = await tenantChecksum(db, organisationId);
    const other = await addUser(db, await addOrganisation(db));
    const planted = { email: 'eve@example.org', userId: other.userId, id: other.userId, organisationId: other.userId, accessRole: 'administrator', role: 'administrator', isBound: 'false', ['__proto__']: 'x', constructor: 'x' };
    const answer = await account.action(send('/account', { ...planted, name: 'Ada Example' }));
    expect(leadsTo(answer)).toBe('/account?notice=name-changed');
    const after = await tenantChecksum(db, organisationId);
    expect(Object.keys(before).filter((table) => before[table] !== after[table]).sort()).toEqual(['app_user', 'audit_event', 'audit_head']);
    const { rows } = await db.ownerPool.query('select id, email, name from app_user where id = any($1) order by name', [[userId, other.userId]]);
    expect(rows).toEqual([
      { id: userId, email, name: 'Ada Example' },
      { id: other.userId, email: other.email, name: 'Test user' },
    ]);
  });

  it('keeps what was typed where a name is refused', async () => {
    expect(seen(await account.action(send('/account', { name: 'x'.repeat(201) })))).toMatchObject({ status: 422, data: { name: 'x'.repeat(201), problem: { field: 'name' } } });
  });

  it('changes the password of who is signed in, whoever else is named, and says when there were too many guesses', async () => {
    const other = await addUser(db, organisationId);
    const hashes = async () => (await db.ownerPool.query('select password_hash from app_user where id = $1', [other.userId])).rows as unknown[];
    const before = await hashes();
    const input = { currentPassword: testPassword, newPassword, userId: other.userId, email: other.email, passwordHash: 'x' };
    const answer = (await password.action(send('/account/password', input))) as Response;
    expect(leadsTo(answer)).toBe('/account/password?notice=password-changed');
    expect(await isSignedIn(browser)).toBe(false);
    browser.take(answer.headers.getSetCookie()[0]!);
    expect(await isSignedIn(browser)).toBe(true);
    expect(await hashes()).toEqual(before);
    const guess = () => password.action(send('/account/password', { currentPassword: 'a guess', newPassword }));
    for (let count = 0; count < 10; count += 1) expect(seen(await guess()).status).toBe(422);
    expect(seen(await guess())).toMatchObject({ status: 429, headers: expect.arrayContaining([['retry-after', expect.stringMatching(/^\d+$/)]]) });
  });

  it('shows no password page to a session on the word of one organisation', async () => {
    const bound = await signedIn(userId, organisationId, { method: 'single-sign-on', boundOrganisationId: organisationId });
    expect((await thrownResponse(password.loader(withRequest(bound.request('/account/password'))))).status).toBe(403);
    const input = { currentPassword: testPassword, newPassword };
    expect((await thrownResponse(password.action(send('/account/password', input, bound)))).status).toBe(403);
    expect(await password.loader(withRequest(browser.request('/account/password')))).toMatchObject({ hasPassword: true, maySet: true });
    const { frame } = await sessions.loader(withRequest(bound.request('/account/sessions')));
    expect(frame.tabs.map(({ to }) => to)).not.toContain('/account/password');
  });

  it('ends a session by its name, and answers 404 for another user’s as for a random one', async () => {
    const elsewhere = await signedIn(userId, organisationId);
    const stranger = await addUser(db, organisationId);
    const theirs = await signedIn(stranger.userId, organisationId);
    const idOf = async (of: SignedIn) => (await of.context()).viewer.session!.publicId;
    const answers = await Promise.all([await idOf(theirs), crypto.randomUUID()].map((end) => thrownResponse(sessions.action(send('/account/sessions', { end })))));
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.status).toBe(404);
    expect(await isSignedIn(theirs)).toBe(true);
    expect(leadsTo(await sessions.action(send('/account/sessions', { end: await idOf(elsewhere) })))).toBe('/account/sessions?notice=ended');
    expect(await isSignedIn(elsewhere)).toBe(false);
    expect(leadsTo(await sessions.action(send('/account/sessions', { end: 'others' })))).toBe('/account/sessions?notice=others-ended');
    expect([await isSignedIn(browser), await isSignedIn(theirs)]).toEqual([true, true]);
  });

  it('draws what a browser says of itself as text', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const session = { publicId: 'x', device: hostile, source: hostile, signedIn: '', lastSeen: '', method: 'password' as const, hasSecondFactor: false, awaitsSecondFactor: false, isThis: false };
    const markup = renderToStaticMarkup(<SessionEntry session={session} />);
    expect(markup).not.toContain('<img');
    expect(markup).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('switches by a form and not by a link, and the bar leads there only where there is something to switch to', async () => {
    const second = await addOrganisation(db);
    const bar = async () => layout.loader(withRequest(browser.request()));
    expect(await bar()).toMatchObject({ maySwitch: false });
    await addMembership(db, second, userId);
    expect(await bar()).toMatchObject({ maySwitch: true, organisationName: 'Test organisation' });
    expect(leadsTo(await change.loader(withRequest(browser.request(`/account/organisation?organisationId=${second}`))))).toBe('/account#organisations');
    expect((await browser.context()).viewer.organisationId).toBe(organisationId);
    const answer = (await change.action(send('/account/organisation', { organisationId: second, boundOrganisationId: second, userId: second }))) as Response;
    expect(leadsTo(answer)).toBe('/');
    browser.take(answer.headers.get('Set-Cookie'));
    expect((await browser.context()).viewer).toMatchObject({ userId, organisationId: second, session: { isBound: false } });
  });

  it('has an entry for settings in the bar for those who manage access, and for nobody else', async () => {
    const menuOf = async (accessRole: 'administrator' | 'head-of-service') => {
      const made = await addUser(db, organisationId, { grants: [{ accessRole, teamId: null }] });
      const { menu } = await layout.loader(withRequest((await signedIn(made.userId, organisationId)).request()));
      return menu.map(({ to }) => to);
    };
    expect(await menuOf('administrator')).toContain('/settings/users');
    expect(await menuOf('head-of-service')).not.toContain('/settings/users');
  });
});

describe('the pages for a forgotten password', () => {
  const link = async () => {
    await answered(() => forgotten.action(post('/forgotten-password', { email })) as Promise<unknown>);
    const { rows } = await db.ownerPool.query<{ sealed_link: string }>(`select sealed_link from mail where to_address = $1 and kind = 'password-reset'`, [email]);
    const { pathname, search } = new URL(unseal(rows[0]!.sealed_link, linkPurpose));
    return pathname + search;
  };

  it('answer for an unknown address as for a known one, byte for byte', async () => {
    const ask = async (address: string) =>
      inRequestScope({ source: '', userAgent: '' }, async () => JSON.stringify(seen(await forgotten.action(post('/forgotten-password', { email: address })))));
    const known = await ask(email);
    expect(await ask('nobody@example.org')).toBe(known);
    expect(known).not.toContain(email);
    expect(await ask('no address'), 'the control: another answer is seen').not.toBe(known);
  });

  it('say when too many were asked for', async () => {
    for (let count = 0; count < 5; count += 1) await forgotten.action(post('/forgotten-password', { email }));
    expect(seen(await forgotten.action(post('/forgotten-password', { email })))).toMatchObject({
      status: 429,
      data: { email, problem: { field: null } },
      headers: expect.arrayContaining([['retry-after', expect.stringMatching(/^\d+$/)]]),
    });
  });

  it('set a new password by the link, sign nobody in and send on to the sign-in page', async () => {
    const path = await link();
    expect(await reset.loader(get(path))).toEqual({ email });
    expect(seen(await reset.action(post(path, { newPassword: 'short' })))).toMatchObject({ status: 422, data: { problem: { field: 'newPassword' } } });
    const other = await addUser(db, organisationId);
    const answer = (await reset.action(post(path, { newPassword, userId: other.userId, email: other.email, token: 'x' }))) as Response;
    // The only cookie names the browser, and lets nobody in.
    const cookie = ['set-cookie', expect.stringMatching(/^capability-device=/) as unknown];
    expect(seen(answer)).toEqual({ status: 302, headers: [['location', '/sign-in?notice=password-reset'], cookie] });
    expect(await isSignedIn(browser)).toBe(false);
    expect(await isSignedIn(await signedIn(other.userId, organisationId))).toBe(true);
    expect(await reset.loader(get(path))).toEqual({ email: null });
    expect(seen(await reset.action(post(path, { newPassword })))).toEqual({ data: { problem: null }, status: 200, headers: [] });
  });

  it('say the same of every link that does not work, and when too many were tried', async () => {
    expect(await reset.loader(get('/reset-password'))).toEqual({ email: null });
    for (let count = 0; count < 5; count += 1) expect(await reset.loader(get(`/reset-password?token=wrong-${count}`))).toEqual({ email: null });
    const wrong = '/reset-password?token=wrong';
    for (const ask of [() => reset.loader(get(wrong)), () => reset.action(post(wrong, { newPassword }))]) {
      const thrown = await thrownResponse(ask() as Promise<unknown>);
      expect([thrown.status, new Headers(thrown.headers).get('Retry-After')]).toEqual([429, expect.stringMatching(/^\d+$/)]);
    }
    expect(await reset.loader(get('/reset-password'))).toEqual({ email: null });
  });

  it('take the first of a field that is sent twice', async () => {
    const path = await link();
    await reset.action(post(path, [['newPassword', newPassword], ['newPassword', 'another one of plain words']]));
    browser = await signedIn(userId, organisationId);
    const answer = await password.action(send('/account/password', { currentPassword: newPassword, newPassword: testPassword }));
    expect(leadsTo(answer)).toBe('/account/password?notice=password-changed');
  });
});
