import { expect, it } from 'vitest';
import { inRequestScope } from '#app/platform/request-scope.server.ts';
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
