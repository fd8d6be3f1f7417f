import { describe, expect, it } from 'vitest';
import { startSession } from '#app/platform/session/session.server.ts';
import { throttleLimits } from '#app/platform/throttle/throttle-limits.ts';
import { action, loader } from '#app/routes/framework/import.tsx';
import { frameworkRelease, frameworkReleaseFile, frameworkVersion } from '#db/schema/index.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { frameworkFiles, textFile } from '#tests/helpers/framework-files.ts';
import { rowCounts } from '#tests/helpers/row-counts.ts';
import { sessionSubject } from '#tests/helpers/session-subject.ts';
import { answered } from '#tests/helpers/signed-in.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';

const database = useTestDatabase();
useTestRuntime(database);
const url = 'http://localhost:3000/framework/import';
const context = { cspNonce: '', sourceAddress: '127.0.0.1' };

type Files = { name: string; bytes: Uint8Array }[];
type Answer = Awaited<ReturnType<typeof action>>;

async function signedIn(accessRole: 'administrator' | 'head-of-service' | 'team-manager') {
  const organisationId = await addOrganisation(database);
  const { userId } = await addUser(database, organisationId, { grants: [{ accessRole, teamId: null }] });
  const cookie = (await startSession(new Request(url), sessionSubject(userId, organisationId))).split(';')[0] ?? '';
  const send = async (files: Files) =>
    answered(() => action({ request: new Request(url, { method: 'POST', body: upload(files), headers: { cookie } }), params: {}, context }));
  const open = () => loader({ request: new Request(url, { headers: { cookie } }), params: {}, context });
  const stored = () =>
    database.tenant(organisationId).transaction(async (tx) => ({
      releases: await tx.select().from(frameworkRelease),
      files: await tx.select().from(frameworkReleaseFile),
      versions: await tx.select().from(frameworkVersion),
    }));
  return { send, open, stored };
}

function upload(files: Files): FormData {
  const form = new FormData();
  for (const { name, bytes } of files) form.append('files', new File([new Uint8Array(bytes)], name));
  return form;
}

function placeOf(answer: Answer): string {
  if (!('data' in answer)) return answer.headers.get('location') ?? '';
  throw new Error(`A redirect was expected, and not: ${JSON.stringify(answer.data)}`);
}

function refusalOf(answer: Answer) {
  if (!('data' in answer)) throw new Error(`A refusal was expected, and not a redirect to ${placeOf(answer)}.`);
  return { status: answer.init?.status, message: answer.data.problems.map(({ message }) => message).join('\n') };
}

describe('the page that imports', () => {
  it.each(['administrator', 'head-of-service'] as const)('hands the files of an %s over to be read, and leads to what comes of it', async (accessRole) => {
    const { send, open, stored } = await signedIn(accessRole);
    expect(await open()).toEqual({ versions: [] });
    const place = placeOf(await send(frameworkFiles('roles.csv', 'harbour-keeper.txt')));
    const { releases, files, versions } = await stored();
    expect(place).toBe(`/framework/releases/${releases[0]?.id}`);
    expect(releases).toMatchObject([{ state: 'open', label: 'Imported 2026-06-01', stepsDone: 3, steps: 3 }]);
    expect([files, versions]).toEqual([[], []]);
  });

  it('leads to what is wrong with a file that cannot be read', async () => {
    const { send, stored } = await signedIn('administrator');
    placeOf(await send([textFile('skills.csv', 'Skill Name,Awareness\na,b')]));
    const { releases } = await stored();
    expect(releases).toMatchObject([{ state: 'refused' }]);
    expect(releases[0]?.refusals).toContainEqual({ file: 'skills.csv', row: 1, column: 'Working', message: expect.stringMatching(/no column "Working"/) as string });
  });

  it.each([
    ['no file', [], /at least one file/],
    ['a file that is too large', [{ name: 'roles.csv', bytes: new Uint8Array(6_000_001) }], /6\.0 MB at most/],
  ])('says at once what is wrong with %s, and stores nothing', async (_, files, message) => {
    const { send } = await signedIn('administrator');
    const before = await rowCounts(database);
    const refused = refusalOf(await send(files));
    expect(refused).toEqual({ status: 422, message: expect.stringMatching(message) as string });
    expect(await rowCounts(database)).toEqual(before);
  });

  it('takes thirty uploads in an hour from one user, refused ones too, and then says when to try again', async () => {
    const { send } = await signedIn('administrator');
    for (let count = 0; count < throttleLimits.import.points; count += 1) refusalOf(await send([]));
    const refused = await thrownResponse(send([]));
    expect([refused.status, JSON.parse(refused.body)]).toMatchObject([429, { retryAfterSeconds: expect.any(Number) as number }]);
    const other = await signedIn('administrator');
    expect(refusalOf(await other.send([])).status).toBe(422);
  });

  it('is closed to those who may not import', async () => {
    const { send, open, stored } = await signedIn('team-manager');
    expect((await thrownResponse(open())).status).toBe(403);
    expect((await thrownResponse(send(frameworkFiles('roles.csv')))).status).toBe(403);
    expect((await stored()).releases).toEqual([]);
  });
});
