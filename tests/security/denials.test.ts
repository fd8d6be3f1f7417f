import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Context } from '#app/platform/context.ts';
import { inRequestScope } from '#app/platform/request-scope.server.ts';
import { switchOrganisation } from '#app/services/accounts/switch-organisation.server.ts';
import { requireOwnCredentials } from '#app/platform/session/require-own-credentials.server.ts';
import { readMembers } from '#app/services/members/read-members.server.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { readAudit } from '#tests/helpers/refused-audit.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';

const db = useTestDatabase();
useTestRuntime(db);

it('is recorded once the answer has left, with who was refused what', async () => {
  const { id } = await makeOrganisation(db);
  const denials = async () => (await readAudit(db, id)).filter(({ action }) => action === 'access.deny');
  const analyst = await contextAs(db, { accessRole: 'analyst', organisationId: id });
  await inRequestScope({ source: '192.0.2.9', userAgent: '' }, async (afterwards) => {
    expect((await thrownResponse(readMembers(analyst))).status).toBe(403);
    expect(await denials()).toEqual([]);
    for (const work of afterwards) await work();
  });
  expect(await denials()).toMatchObject([{ actorUserId: analyst.viewer.userId, subjectId: id, detail: { wanted: 'manage-access' } }]);
  // The allowed twin.
  const administrator = await contextAs(db, { accessRole: 'administrator', organisationId: id });
  await inRequestScope({ source: '192.0.2.9', userAgent: '' }, async (afterwards) => {
    await readMembers(administrator);
    expect(afterwards).toEqual([]);
  });
  expect(await denials()).toHaveLength(1);
});

describe('what a session may not do with what is its user’s own', () => {
  const bound = { publicId: 'one', method: 'single-sign-on', hasSecondFactor: false, isBound: true } as const;
  const deeds: [wanted: string, deed: (context: Context) => unknown][] = [
    ['change-credentials', (context) => requireOwnCredentials(context, 'change-credentials')],
    ['link-sign-in', (context) => requireOwnCredentials(context, 'link-sign-in')],
    ['switch-organisation', (context) => switchOrganisation(new Request('http://localhost/'), context, context.viewer.organisationId)],
  ];

  it.each(deeds)('is recorded as %s, on the user', async (wanted, deed) => {
    const { id } = await makeOrganisation(db);
    const { viewer, ...context } = await contextAs(db, { accessRole: 'analyst', organisationId: id });
    await inRequestScope({ source: '192.0.2.9', userAgent: '' }, async (afterwards) => {
      expect((await thrownResponse(Promise.resolve().then(() => deed({ ...context, viewer: { ...viewer, session: bound } })))).status).toBe(403);
      for (const work of afterwards) await work();
    });
    const [recorded, ...others] = await readAudit(db, id);
    expect(recorded).toMatchObject({ action: 'access.deny', subjectKind: 'user', subjectId: viewer.userId, detail: { wanted } });
    expect(others).toEqual([]);
  });
});

describe('no refusal goes unrecorded', () => {
  const sourcesOf = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
      .map((path) => ({ path: join(folder, path), text: readFileSync(join(folder, path), 'utf8') }));
  /** A service or route that makes a 403 response of its own, in whatever way. */
  const refusesByItself = ({ text }: { text: string }) => /\bforbidden\b\(?|status: ?403|HTTP_403/.test(text.replace(/\/\*\*[\s\S]*?\*\/|\/\/.*/g, ''));

  it('because services and routes refuse by deny and authorise alone', () => {
    const sources = [...sourcesOf('app/services'), ...sourcesOf('app/routes')];
    expect(sources.length).toBeGreaterThan(200);
    expect(sources.filter(refusesByItself).map(({ path }) => path)).toEqual([]);
  });

  it('and a source that does otherwise is found', () => {
    for (const text of ['throw forbidden();', "import { forbidden as no } from '#app/platform/responses.server.ts';", 'throw new Response(null, { status: 403 });']) {
      expect(refusesByItself({ text }), text).toBe(true);
    }
    for (const text of ["deny(context, 'change-name');", '/** Throws 403: forbidden. */', 'authorise(context, action);']) expect(refusesByItself({ text }), text).toBe(false);
  });
});
