import { describe, expect, it } from 'vitest';
import { throttleLimits } from '#app/platform/throttle/throttle-limits.ts';
import { startSession } from '#app/platform/session/session.server.ts';
import { action, loader } from '#app/routes/framework/import.tsx';
import { frameworkVersion } from '#db/schema/index.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { frameworkFiles, textFile } from '#tests/helpers/framework-files.ts';
import { rowCounts } from '#tests/helpers/row-counts.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';
import { sessionSubject } from '#tests/helpers/session-subject.ts';

const database = useTestDatabase();
useTestRuntime(database);
const url = 'http://localhost:3000/framework/import';

type Files = { name: string; bytes: Uint8Array }[];
type Answer = Extract<Awaited<ReturnType<typeof action>>, { data: unknown }>;

const context = { cspNonce: '', sourceAddress: '127.0.0.1' };

async function signedIn(accessRole: 'administrator' | 'head-of-service') {
  const organisationId = await addOrganisation(database);
  const { userId } = await addUser(database, organisationId, { grants: [{ accessRole, teamId: null }] });
  const cookie = (await startSession(new Request(url), sessionSubject(userId, organisationId))).split(';')[0] ?? '';
  const send = async (form: FormData) =>
    action({ request: new Request(url, { method: 'POST', body: form, headers: { cookie } }), params: {}, context });
  const versions = () => database.tenant(organisationId).transaction((tx) => tx.select().from(frameworkVersion));
  const open = () => loader({ request: new Request(url, { headers: { cookie } }), params: {}, context });
  return { send, open, versions };
}

function upload(files: Files): FormData {
  const form = new FormData();
  for (const { name, bytes } of files) form.append('files', new File([new Uint8Array(bytes)], name));
  return form;
}

function confirmation({ packed, base }: { packed: string; base: string }): FormData {
  const form = new FormData();
  form.set('packed', packed);
  form.set('base', base);
  return form;
}

function page(answer: Awaited<ReturnType<typeof action>>): Answer {
  if ('data' in answer) return answer;
  throw new Error(`A page was expected, and not a redirect to ${answer.headers.get('location')}.`);
}

describe('the page that imports', () => {
  it('shows what the files hold, stores nothing, and then imports exactly what it showed', async () => {
    const { send, versions } = await signedIn('administrator');
    const before = await rowCounts(database);
    const { data: shown } = page(await send(upload(frameworkFiles('roles.csv', 'harbour-keeper.txt'))));
    expect(shown.preview?.files.map(({ name, kind, roles }) => [name, kind, roles])).toEqual([
      ['roles.csv', 'role content download', 4],
      ['harbour-keeper.txt', 'role page', 1],
    ]);
    expect(await rowCounts(database)).toEqual(before);
    const answer = await send(confirmation(shown));
    expect(answer).toBeInstanceOf(Response);
    expect((answer as Response).headers.get('location')).toBe('/framework/import?done');
    expect(await versions()).toMatchObject([{ label: 'Imported 2026-06-01' }]);
  });

  it('refuses a confirmation whose base has changed, and shows what would change now', async () => {
    const { send, versions } = await signedIn('administrator');
    const { data: first } = page(await send(upload(frameworkFiles('roles.csv'))));
    const { data: second } = page(await send(upload(frameworkFiles('skills.csv'))));
    await send(confirmation(first));
    const late = page(await send(confirmation(second)));
    expect(late.init?.status).toBe(409);
    expect(late.data.problems[0]?.message).toMatch(/changed since the preview/);
    expect(late.data.preview?.frameworks[0]?.adoptedLabel).toBe('Imported 2026-06-01');
    expect(await versions()).toHaveLength(1);
    await send(confirmation(late.data));
    expect(await versions()).toHaveLength(2);
  });

  it.each([
    ['no file', upload([]), /at least one file/],
    ['a file that cannot be read', upload([textFile('skills.csv', 'Skill Name,Awareness\na,b')]), /no column "Working"/],
    ['a confirmation that was tampered with', confirmation({ packed: 'abc', base: '' }), /could not be read back/],
  ])('says what is wrong for %s and stores nothing', async (_, form, message) => {
    const { send } = await signedIn('administrator');
    const before = await rowCounts(database);
    const refused = page(await send(form));
    expect(refused.init?.status).toBe(422);
    expect(refused.data.problems.map((problem) => problem.message).join('\n')).toMatch(message);
    expect(await rowCounts(database)).toEqual(before);
  });

  it('takes thirty uploads in an hour from one user, previews and refusals too, and then says when to try again', async () => {
    const { send } = await signedIn('administrator');
    for (let count = 0; count < throttleLimits.import.points; count += 1) page(await send(upload([])));
    const refused = await thrownResponse(send(upload([])));
    expect([refused.status, JSON.parse(refused.body)]).toMatchObject([429, { retryAfterSeconds: expect.any(Number) as number }]);
    const other = await signedIn('administrator');
    expect(page(await other.send(upload([]))).init?.status).toBe(422);
  });

  it('is closed to those who may not import, preview and confirmation too', async () => {
    const { data: shown } = page(await (await signedIn('administrator')).send(upload(frameworkFiles('roles.csv'))));
    const { send, open, versions } = await signedIn('head-of-service');
    expect((await thrownResponse(open())).status).toBe(403);
    expect((await thrownResponse(send(upload(frameworkFiles('roles.csv'))))).status).toBe(403);
    expect((await thrownResponse(send(confirmation(shown)))).status).toBe(403);
    expect(await versions()).toEqual([]);
  });
});
