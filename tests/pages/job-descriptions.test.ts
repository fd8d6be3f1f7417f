import { describe, expect, it } from 'vitest';
import { startSession } from '#app/platform/session/session.server.ts';
import { loader as html } from '#app/routes/framework/job/document-html.tsx';
import { action, loader } from '#app/routes/framework/job/job-description.tsx';
import { action as draft, loader as offer } from '#app/routes/framework/job/new.tsx';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { sessionSubject } from '#tests/helpers/session-subject.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';

const database = useTestDatabase();
useTestRuntime(database);
const root = 'http://localhost:3000/framework/job-descriptions';
const context = { cspNonce: '', sourceAddress: '127.0.0.1' };

async function scene() {
  const organisation = await makeOrganisation(database);
  const { userId } = await addUser(database, organisation.id, { grants: [{ accessRole: 'head-of-service', teamId: null }] });
  const cookie = (await startSession(new Request(root), sessionSubject(userId, organisation.id))).split(';')[0] ?? '';
  const params = { jobDescriptionId: organisation.jobDescriptionId };
  const get = (path: string) => ({ request: new Request(`${root}${path}`, { headers: { cookie } }), params, context });
  const post = (fields: Record<string, string> | [string, string][]) => ({
    request: new Request(`${root}/x`, { method: 'POST', headers: { cookie }, body: new URLSearchParams(fields) }),
    params,
    context,
  });
  return { organisation, get, post };
}

const location = (answer: unknown) => (answer instanceof Response ? (answer.headers.get('location') ?? '') : '');

describe('the pages of job descriptions', () => {
  it('offer the skills of a flag by id or key, and draft with them first', async () => {
    const { organisation, get, post } = await scene();
    const offered = await offer(get(`/new?gap=${organisation.skills.knots}:3&gap=lamps&gap=nothing&gap=%3Cb%3E`));
    expect(offered.gaps).toEqual([
      { value: 'knots:3', name: expect.stringContaining('Knot tying'), level: 3 },
      { value: 'lamps', name: expect.stringContaining('Lamp keeping'), level: null },
    ]);
    const answer = await draft(post([['roleLevelId', organisation.roleLevels.crew], ['gap', 'knots:3']]));
    const id = /^\/framework\/job-descriptions\/([\w-]+)\?notice=drafted$/.exec(location(answer))?.[1] ?? '';
    const shown = await loader({ ...get(`/${id}?notice=drafted`), params: { jobDescriptionId: id } });
    expect(shown.notice).toContain('square brackets');
    expect(shown.sections.specification[0]).toMatchObject({ area: expect.stringContaining('Knot tying'), essential: [expect.stringContaining('step 3')], desirable: [expect.stringContaining('step 4')] });
  });

  it('say what is wrong and keep what was typed', async () => {
    const { get, post } = await scene();
    expect(await draft(post({ roleLevelId: 'none' }))).toMatchObject({ data: { problems: [{ field: 'roleLevelId', message: 'Choose a role level' }] }, init: { status: 422 } });
    const refused = await action(post({ revision: '0', title: '', advert: 'Kept', 'essential-4': 'one\r\n\r\n two ', 'area-4': 'Lamps' }));
    expect(refused).toMatchObject({
      data: { problems: [{ field: 'title', message: 'Enter a title' }], kept: { advert: 'Kept', specification: [{ area: 'Lamps', essential: ['one', 'two'], desirable: [] }] } },
      init: { status: 422 },
    });
    expect((await loader(get('/x'))).revision).toBe(0);
  });

  it('refuse an edit of an older revision, and drop an area that was emptied', async () => {
    const { get, post } = await scene();
    const fields = { revision: '0', title: 'Keeper', duties: 'trim\nrow', 'area-0': 'Lamps', 'essential-0': 'trim', 'area-1': ' ', 'essential-1': '' };
    expect(location(await action(post(fields)))).toContain('?notice=saved');
    expect(await action(post(fields))).toMatchObject({ init: { status: 409 }, data: { kept: { title: 'Keeper' } } });
    expect(await loader(get('/x'))).toMatchObject({ revision: 1, sections: { duties: ['trim', 'row'], specification: [{ area: 'Lamps' }] } });
  });

  it.each(['99999999999', '-1', '1.5', 'x'])('refuse a revision that no form of ours has: %s', async (revision) => {
    const { post } = await scene();
    expect(await action(post({ revision, title: 'Keeper' }))).toMatchObject({ init: { status: 422 } });
  });

  it('remove it', async () => {
    const { get, post } = await scene();
    expect(location(await action(post({ intent: 'remove' })))).toBe('/framework/job-descriptions?notice=removed');
    await expect(loader(get('/x'))).rejects.toMatchObject({ status: 404 });
  });

  it('give it away as a page that stands by itself and runs nothing', async () => {
    const { get, post } = await scene();
    await action(post({ revision: '0', title: '<script>alert(1)</script>', advert: '<img src=x onerror=alert(1)>' }));
    const answer = await html(get('/x/document.html'));
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="job-description.html"');
    const page = await answer.text();
    expect(page).toContain('<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>');
    expect(page).toContain('<p>&lt;img src=x onerror=alert(1)&gt;</p>');
    expect(page).not.toMatch(/<script|<img/);
  });
});
