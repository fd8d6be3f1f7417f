import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { startSession } from '#app/platform/session/session.server.ts';
import { action as keep } from '#app/routes/settings/invitations.tsx';
import { action as send, loader as form } from '#app/routes/settings/invite.tsx';
import { readInvitations } from '#app/services/members/read-invitations.server.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { invite } from '#tests/helpers/invite.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { sessionSubject } from '#tests/helpers/session-subject.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';

const database = useTestDatabase();
useTestRuntime(database);
const origin = 'http://localhost:3000';
const context = { cspNonce: '', sourceAddress: '192.0.2.9' };

async function cookieOf(userId: string, organisationId: string): Promise<string> {
  return (await startSession(new Request(origin), sessionSubject(userId, organisationId))).split(';')[0] ?? '';
}

describe('the pages that invite', () => {
  async function administrator() {
    const organisation = await makeOrganisation(database);
    const { userId } = await addUser(database, organisation.id, { grants: [{ accessRole: 'administrator', teamId: null }] });
    return { organisation, cookie: await cookieOf(userId, organisation.id) };
  }
  const at = (cookie: string, body: Record<string, string>, path = '/settings/invitations/new') => ({
    request: new Request(`${origin}${path}`, { method: 'POST', body: new URLSearchParams(body), headers: { cookie } }),
    params: {},
    context,
  });
  const wanted = () => ({ name: 'Ida', email: `${randomUUID()}@example.org`, personId: '', 'grants.1.accessRole': 'analyst', 'grants.1.teamId': 'all', 'grants.1.roleId': '' });

  it('send what the form says, with empty rows left out', async () => {
    const { organisation, cookie } = await administrator();
    const row = { 'grants.3.accessRole': 'moderator', 'grants.3.teamId': organisation.teams.boats, 'grants.3.roleId': organisation.roles.boatman };
    const input = wanted();
    const answer = await send(at(cookie, { ...input, ...row, organisationId: randomUUID() }));
    expect(answer).toBeInstanceOf(Response);
    const sent = await readInvitations(await organisation.as('administrator'));
    expect(sent.map(({ email }) => email)).toEqual([input.email]);
    expect(sent[0]?.grants).toMatchObject([
      { accessRole: 'analyst', teamId: null, roleId: null },
      { accessRole: 'moderator', teamId: organisation.teams.boats, roleId: organisation.roles.boatman },
    ]);
  });

  it.each([
    ['no access role', { 'grants.1.accessRole': '' }, 'grants.1.accessRole'],
    ['an access role of keys', { 'grants.1.accessRole': 'api-write' }, 'grants.1.accessRole'],
    ['a name that every object has', { 'grants.1.accessRole': 'constructor' }, 'grants.1.accessRole'],
    ['no team where one is to be chosen', { 'grants.1.teamId': '' }, 'grants.1.teamId'],
    ['everything for a team manager', { 'grants.1.accessRole': 'team-manager' }, 'grants.1.teamId'],
    ['a third row that is wrong', { 'grants.3.teamId': 'all' }, 'grants.2.accessRole'],
    ['an address that is none', { email: 'ida' }, 'email'],
  ])('say at its field what is wrong with %s, and keep what was chosen', async (_, changed, field) => {
    const { cookie } = await administrator();
    const answer = await send(at(cookie, { ...wanted(), ...changed }));
    if (!('data' in answer)) throw new Error('This should have been refused.');
    expect(answer.init?.status).toBe(422);
    expect(answer.data).toMatchObject({ problems: [{ field }], kept: { name: 'Ida' } });
    expect(answer.data.kept.rows.length).toBeGreaterThan(0);
  });

  it('send again and revoke; what has changed meanwhile is said with 409', async () => {
    const { organisation, cookie } = await administrator();
    const { invitationId } = await invite(database, organisation);
    const change = (body: Record<string, string>) => keep(at(cookie, body, '/settings/invitations'));
    const ends = [await change({ resend: invitationId }), await change({ revoke: invitationId })];
    expect(ends.map((answer) => answer instanceof Response && answer.headers.get('location'))).toEqual([
      '/settings/invitations?notice=resent',
      '/settings/invitations?notice=revoked',
    ]);
    expect(await change({ resend: invitationId })).toMatchObject({ init: { status: 409 } });
    expect((await thrownResponse(change({ revoke: randomUUID() }))).status).toBe(404);
  });

  it('are closed to everybody but administrators, whatever the form says', async () => {
    const organisation = await makeOrganisation(database);
    const cookie = await cookieOf(organisation.users.head, organisation.id);
    expect((await thrownResponse(form(at(cookie, {})))).status).toBe(403);
    for (const body of [wanted(), { ...wanted(), 'grants.1.accessRole': '' }]) expect((await thrownResponse(send(at(cookie, body)))).status).toBe(403);
    expect((await thrownResponse(keep(at(cookie, { resend: randomUUID() }, '/settings/invitations')))).status).toBe(403);
  });
});
