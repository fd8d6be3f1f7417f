import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { startSession } from '#app/platform/session/session.server.ts';
import { loader as role } from '#app/routes/framework/role.tsx';
import { loader as skill } from '#app/routes/framework/skill.tsx';
import { loader as workbook } from '#app/routes/framework/version/framework-xlsx.ts';
import { loader as rolesCsv } from '#app/routes/framework/version/roles-csv.ts';
import { loader as skillsCsv } from '#app/routes/framework/version/skills-csv.ts';
import { loader as versionRole } from '#app/routes/framework/version/version-role.tsx';
import { loader as versionSkill } from '#app/routes/framework/version/version-skill.tsx';
import { loader as version } from '#app/routes/framework/version/version.tsx';
import { loader as versions } from '#app/routes/framework/version/versions.tsx';
import { publishVersion } from '#app/services/framework/publish/publish-version.server.ts';
import { frameworkRelease } from '#db/schema/index.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { frameworkFacts } from '#tests/helpers/framework-facts.ts';
import { sessionSubject } from '#tests/helpers/session-subject.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';

const database = useTestDatabase();
useTestRuntime(database);
const url = 'http://localhost:3000/framework/versions';

let organisationId: string;
let versionId: string;
let releaseId: string;

beforeAll(async () => {
  organisationId = await addOrganisation(database);
  const context = await contextAs(database, { accessRole: 'administrator', organisationId });
  const published = await publishVersion(context, { frameworkKey: 'gardens', frameworkName: 'Gardens', kind: 'own', label: 'Spring "2026"', facts: frameworkFacts() });
  versionId = published.versionId;
  releaseId = randomUUID();
  await context.db.transaction((tx) =>
    tx.insert(frameworkRelease).values({ organisationId, id: releaseId, uploadId: randomUUID(), frameworkKey: 'gardens', state: 'published', label: 'Spring', versionId, createdAt: context.now }),
  );
});

async function asking(accessRole: 'head-of-service' | 'team-member', params: Record<string, string> = {}) {
  const { userId } = await addUser(database, organisationId, { grants: [{ accessRole, teamId: null }] });
  const cookie = (await startSession(new Request(url), sessionSubject(userId, organisationId))).split(';')[0] ?? '';
  return { request: new Request(url, { headers: { cookie } }), params, context: { cspNonce: '', sourceAddress: '127.0.0.1' } };
}

describe('the pages of versions', () => {
  it('list each version with the days on it, and its release to those who decide on releases', async () => {
    const [gardens] = (await versions(await asking('head-of-service'))).frameworks;
    expect(gardens?.versions).toMatchObject([{ label: 'Spring "2026"', isAdopted: true, withdrawnOn: null, releaseId, counts: { roles: 1, roleLevels: 2, skills: 3, expectations: 3 } }]);
    expect(gardens?.versions[0]?.publishedOn).toMatch(/^\d+ \w+ \d{4}$/);
    const seen = await versions(await asking('team-member'));
    expect(seen.frameworks[0]?.versions[0]?.releaseId).toBeNull();
    expect(seen.mayImport).toBe(false);
  });

  it('show what one version holds, a role and a skill of it', async () => {
    expect(await version(await asking('team-member', { versionId }))).toMatchObject({ version: { label: 'Spring "2026"' }, roles: [{ name: 'Gardener' }], skills: [{}, {}, {}] });
    expect((await versionRole(await asking('team-member', { versionId, roleKey: 'gardener' }))).role.roleLevels).toHaveLength(2);
    expect((await versionSkill(await asking('team-member', { versionId, skillKey: 'pruning' }))).skill.levels).toHaveLength(4);
    expect(await role(await asking('team-member', { roleKey: 'gardener' }))).toMatchObject({ gone: null, formerNames: [], isOwn: false });
    expect(await skill(await asking('team-member', { skillKey: 'pruning' }))).toMatchObject({ gone: null, formerNames: [], isOwn: false });
  });

  it.each([
    ['roles.csv', rolesCsv, 'Role Family,Role,Role Description'],
    ['skills.csv', skillsCsv, 'Skill Name,Skill Description,Awareness'],
  ])('hand out %s as a file with a name that holds nothing of what was typed', async (file, download, header) => {
    const answer = await download(await asking('team-member', { versionId }));
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="gardens-spring-2026-${file}"`);
    expect((await answer.text()).replace('\ufeff', '').startsWith(header)).toBe(true);
  });

  it('hand out a workbook in the form of our template', async () => {
    const answer = await workbook(await asking('team-member', { versionId }));
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="gardens-spring-2026-framework.xlsx"');
    expect(Buffer.from(await answer.arrayBuffer()).subarray(0, 2).toString()).toBe('PK');
  });

  it('are not there for a version that is not, and closed to whoever is signed out', async () => {
    for (const page of [version, rolesCsv, skillsCsv, workbook]) {
      const gone = await asking('team-member', { versionId: randomUUID() });
      expect((await thrownResponse(page(gone) as Promise<unknown>)).status).toBe(404);
      const signedOut = { ...gone, params: { versionId }, request: new Request(url) };
      expect((await thrownResponse(page(signedOut) as Promise<unknown>)).status).toBe(302);
    }
  });
});
