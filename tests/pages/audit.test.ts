import { describe, expect, it } from 'vitest';
import { startSession } from '#app/platform/session/session.server.ts';
import { loader as download } from '#app/routes/settings/audit-csv.ts';
import { loader } from '#app/routes/settings/audit.tsx';
import { suspendMember } from '#app/services/members/suspend-member.server.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { sessionSubject } from '#tests/helpers/session-subject.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';

const database = useTestDatabase();
useTestRuntime(database);
const origin = 'http://localhost:3000';
const context = { cspNonce: '', sourceAddress: '127.0.0.1' };

async function signedIn(accessRole: 'administrator' | 'head-of-service') {
  const organisationId = await addOrganisation(database);
  const { userId } = await addUser(database, organisationId, { grants: [{ accessRole, teamId: null }] });
  const { userId: suspended } = await addUser(database, organisationId, { name: 'Ada "=1"\r\nX' });
  await suspendMember(await contextAs(database, { accessRole: 'administrator', organisationId }), suspended);
  const cookie = (await startSession(new Request(origin), sessionSubject(userId, organisationId))).split(';')[0] ?? '';
  const argumentsOf = (address: string) => ({ request: new Request(`${origin}${address}`, { headers: { cookie } }), params: {}, context });
  return {
    organisationId,
    open: (search = '') => loader(argumentsOf(`/settings/audit${search}`)),
    file: (search = '') => download(argumentsOf(`/settings/audit.csv${search}`)),
  };
}

describe('the page of the audit', () => {
  it('tells each event in a sentence, the newest first', async () => {
    const { open } = await signedIn('administrator');
    const { lines, total, next, chain } = await open();
    expect(lines).toMatchObject([{ position: 1, action: 'user.suspend', time: '1 June 2026, 10:00', sentence: 'Test administrator suspended Ada "=1"\r\nX' }]);
    expect({ total, next, chain }).toEqual({ total: 1, next: null, chain: null });
  });

  it('checks the chain when asked, and says where it is broken', async () => {
    const { open, organisationId } = await signedIn('administrator');
    expect((await open('?check=yes')).chain).toMatchObject({ checked: 1, head: { position: 1 }, fault: null });
    await database.ownerPool.query(`update audit_event set actor_name = 'Nobody' where organisation_id = $1`, [organisationId]);
    expect((await open('?check=yes')).chain).toMatchObject({ fault: { position: 1 } });
  });

  it('says which filter it cannot read, keeps what was typed and narrows by the others', async () => {
    const { open } = await signedIn('administrator');
    const { problems, typed, lines } = await open('?from=yesterday&to=2026-02-30&group=views');
    expect(problems.map(({ field }) => field)).toEqual(['from', 'to']);
    expect(typed).toMatchObject({ from: 'yesterday', to: '2026-02-30', group: 'views' });
    expect(lines).toEqual([]);
    expect((await open('?from=2026-06-02&to=2026-06-01')).problems).toMatchObject([{ field: 'to' }]);
    for (const search of ['?before=x', '?before=-1', '?group=nothing', `?who=${'x'.repeat(5_000)}`, '?who=%00', '?subject=%ff', '?from=&to=']) {
      expect((await open(search)).problems, search).toEqual([]);
    }
  });

  it('is for administrators, and so is the file', async () => {
    const { open, file } = await signedIn('head-of-service');
    expect((await thrownResponse(open())).status).toBe(403);
    expect((await thrownResponse(file())).status).toBe(403);
  });
});

describe('the file of the audit', () => {
  it('has a type and a name of our own, whatever people are called', async () => {
    const { file } = await signedIn('administrator');
    const answer = await file();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="audit-2026-06-01.csv"');
    expect(await answer.text()).toContain('user.suspend');
  });

  it('is not made of a filter that cannot be read', async () => {
    const { file } = await signedIn('administrator');
    const answer = await file('?to=tomorrow');
    expect(answer.status).toBe(422);
    expect(await answer.text()).toBe('to: Enter a real date, such as 2026-11-02.\n');
  });
});
