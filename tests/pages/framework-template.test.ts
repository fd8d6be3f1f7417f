import { describe, expect, it } from 'vitest';
import { templateExample } from '#app/domain/framework/template/template-example.ts';
import { startSession } from '#app/platform/session/session.server.ts';
import { loader } from '#app/routes/framework/template/template.tsx';
import { loader as download } from '#app/routes/framework/template/template-file.ts';
import { readFiles } from '#app/services/framework/files/read-files.server.ts';
import { templateFormats } from '#app/services/framework/files/template-formats.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { sessionSubject } from '#tests/helpers/session-subject.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';

const database = useTestDatabase();
useTestRuntime(database);
const url = 'http://localhost:3000/framework/template';
const context = { cspNonce: '', sourceAddress: '127.0.0.1' };

async function signedIn(accessRole: 'administrator' | 'team-member') {
  const organisationId = await addOrganisation(database);
  const { userId } = await addUser(database, organisationId, { grants: [{ accessRole, teamId: null }] });
  const cookie = (await startSession(new Request(url), sessionSubject(userId, organisationId))).split(';')[0] ?? '';
  const page = async () => loader({ request: new Request(url, { headers: { cookie } }), params: {}, context });
  const file = async (format: string) => download({ request: new Request(`${url}/${format}`, { headers: { cookie } }), params: { format }, context });
  return { page, file };
}

describe('the template of an own framework', () => {
  it('offers the import only to those who may import', async () => {
    expect(await (await signedIn('administrator')).page()).toEqual({ mayImport: true });
    expect(await (await signedIn('team-member')).page()).toEqual({ mayImport: false });
  });

  it('is a file in each form, and each reads back, alone or as a set, as the framework it shows', async () => {
    const { file } = await signedIn('team-member');
    const files = await Promise.all(
      templateFormats.map(async (format) => {
        const answer = await file(format);
        const name = /filename="([\w.-]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '';
        return { name, bytes: new Uint8Array(await answer.arrayBuffer()) };
      }),
    );
    expect(files.map(({ name }) => name)).toEqual(['framework-template.xlsx', 'framework-template.ods', 'scale.csv', 'roles.csv', 'skills.csv', 'expectations.csv']);
    const { readings } = await readFiles(files);
    expect(readings.map(({ reading }) => reading.ok && [reading.frameworkName, reading.facts])).toEqual(Array.from({ length: 3 }, () => [templateExample.frameworkName, templateExample.facts]));
  });

  it('is not there in a form that nobody offers, nor for somebody who is not signed in', async () => {
    const { file } = await signedIn('team-member');
    expect((await thrownResponse(file('docx'))).status).toBe(404);
    expect((await thrownResponse(download({ request: new Request(`${url}/xlsx`), params: { format: 'xlsx' }, context }))).status).toBe(302);
  });
});
