import { beforeAll, describe, expect, it, vi } from 'vitest';
import { makeKey, useApi } from '#tests/helpers/api-server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { readAudit } from '#tests/helpers/refused-audit.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';

const db = useTestDatabase();
const api = useApi(db, useTestRuntime(db));
let coast: TestOrganisation;
let key = '';

beforeAll(async () => {
  coast = await makeOrganisation(db);
  key = await makeKey(db, coast.id, 'read');
});

const rows = async (action: string) => (await readAudit(db, coast.id)).filter((row) => row.action === action);

describe('what a key asks for', () => {
  it('is recorded with the name of the key where it names people’s levels, and not where it names none', async () => {
    for (const path of [`/people/${coast.people.ben}`, `/teams/${coast.teams.service}/matrix`, `/teams/${coast.teams.lights}/flags`]) {
      expect((await api.call('GET', path, { key })).status).toBe(200);
    }
    for (const path of ['/teams', '/framework', `/people/${crypto.randomUUID()}`]) await api.call('GET', path, { key });
    const views = await rows('ratings.view');
    expect(views.map(({ actorName, actorUserId, subjectId, detail }) => [actorName, actorUserId, subjectId, detail.page])).toEqual([
      ['API key "Test"', null, coast.people.ben, 'api'],
      ['API key "Test"', null, coast.teams.service, 'api'],
      ['API key "Test"', null, coast.teams.lights, 'api'],
    ]);
  });

  it('is recorded where it is refused', async () => {
    expect(await rows('access.deny')).toEqual([]);
    expect((await api.call('POST', '/people', { key, json: {} })).status).toBe(403);
    // Once the answer has left.
    await vi.waitFor(async () => {
      expect(await rows('access.deny')).toMatchObject([
        { actorName: 'API key "Test"', subjectKind: 'organisation', subjectId: coast.id, detail: { wanted: 'write-people' } },
      ]);
    });
  });
});
