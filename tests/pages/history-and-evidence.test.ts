import { describe, expect, it } from 'vitest';
import { loader as evidencePage } from '#app/routes/people/evidence/evidence.tsx';
import { action as write, loader as writePage } from '#app/routes/people/evidence/write.tsx';
import { loader as historyPage } from '#app/routes/people/history/history.tsx';
import { loader as profilePage } from '#app/routes/people/profile.tsx';
import { loader as peoplePage } from '#app/routes/teams/people.tsx';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { signedIn } from '#tests/helpers/signed-in.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';

const database = useTestDatabase();
useTestRuntime(database);
const context = { cspNonce: '', sourceAddress: '127.0.0.1' };

async function visitor(accessRole: 'head-of-service' | 'administrator') {
  const organisation = await makeOrganisation(database);
  const { userId } = await addUser(database, organisation.id, { grants: [{ accessRole, teamId: null }] });
  const browser = await signedIn(userId, organisation.id);
  const params = { personId: organisation.people.ben, teamId: organisation.teams.lights };
  const at = (query = '', form?: Record<string, string>) => ({ request: browser.request(`/x${query}`, form), params, context });
  return { organisation, at };
}

type Answer = Response | { data: { problems: { field: string | null }[]; form: string; typed: Record<string, string> }; init: ResponseInit | null };
const statusOf = (answer: Answer) => (answer instanceof Response ? answer.status : (answer.init?.status ?? 200));
const dataOf = (answer: Answer) => {
  if (answer instanceof Response) throw new Error(`Led to ${answer.headers.get('Location')}`);
  return answer.data;
};

describe('the pages of evidence', () => {
  it('add, change and withdraw a piece, each told on the list', async () => {
    const { organisation, at } = await visitor('head-of-service');
    const typed = { fields: 'one', skillId: organisation.skills.lamps, summary: 'Relit it', links: 'https://log.example/1\r\n', happenedOn: '2026-05-01', happenedUntil: '' };
    const added = (await write(at('', typed))) as Response;
    expect([added.status, added.headers.get('Location')]).toEqual([302, `/people/${organisation.people.ben}/evidence?notice=added`]);
    const list = await evidencePage(at('?notice=added'));
    expect(list).toMatchObject({ notice: 'The evidence is added.', count: 1, mayAdd: true, skills: [{ pieces: [{ summary: 'Relit it', links: ['https://log.example/1'] }] }] });
    const piece = list.skills[0]!.pieces[0]!;
    const form = await writePage(at(`?evidence=${piece.id}`));
    expect(form).toMatchObject({ form: 'one', piece: { revision: 1 }, values: { summary: 'Relit it', links: 'https://log.example/1' } });
    const change = { ...typed, fields: 'four', action: 'Climbed', revision: '1' };
    expect(((await write(at(`?evidence=${piece.id}`, change))) as Response).headers.get('Location')).toContain('notice=changed');
    expect((await writePage(at(`?evidence=${piece.id}`))).form).toBe('four');
    expect(statusOf(await write(at(`?evidence=${piece.id}`, { ...change, action: 'Late' })))).toBe(409);
    expect(((await write(at(`?evidence=${piece.id}`, { withdraw: 'yes' }))) as Response).headers.get('Location')).toContain('notice=withdrawn');
    expect((await evidencePage(at())).count).toBe(0);
    expect((await thrownResponse(writePage(at(`?evidence=${piece.id}`)))).status).toBe(404);
  });

  it('keep what was typed when refused, and when the form changes between one text and four parts', async () => {
    const { organisation, at } = await visitor('head-of-service');
    const typed = { fields: 'one', skillId: organisation.skills.lamps, summary: '', action: 'Kept', links: 'javascript:alert(1)', happenedOn: '', happenedUntil: '' };
    const refused = await write(at('', typed));
    expect([statusOf(refused), dataOf(refused).problems.map(({ field }) => field), dataOf(refused).typed.action]).toEqual([422, ['links', 'summary'], 'Kept']);
    const empty = await write(at('', { ...typed, links: '' }));
    expect(dataOf(empty).problems.map(({ field }) => field)).toEqual(['summary']);
    const switched = await write(at('', { ...typed, summary: 'Half a sentence', switch: 'four' }));
    expect([statusOf(switched), dataOf(switched).form, dataOf(switched).typed.summary, dataOf(switched).problems]).toEqual([200, 'four', 'Half a sentence', []]);
    expect((await evidencePage(at())).count).toBe(0);
  });

  it('are not the administrator’s, whatever is sent', async () => {
    const { at } = await visitor('administrator');
    for (const tried of [() => evidencePage(at()), () => writePage(at()), () => write(at('', { fields: 'one', summary: 'x' })), () => write(at('', { switch: 'four' })), () => write(at('', {}))]) {
      expect((await thrownResponse(tried())).status).toBe(403);
    }
  });
});

describe('the page of a history', () => {
  it('turns over a long one, keeps to one skill and one source, and draws that skill', async () => {
    const { organisation, at } = await visitor('head-of-service');
    const { people: { ben }, skills } = organisation;
    const key = await organisation.as('api-write');
    const ids = Object.values(skills);
    for (const year of [2023, 2024, 2025]) {
      const entries = ids.flatMap((skillId) => (['self', 'manager', 'agreed'] as const).map((source) => ({ skillId, source, level: 4, note: null })));
      await saveAssessment(key, ben, { assessedOn: `${year}-05-01`, entries });
    }
    const all = await historyPage(at());
    expect(all).toMatchObject({ count: 45, found: 45, page: 1, pages: 2, chosen: null, picture: null, first: '2023-05-01', newest: '2025-05-01' });
    expect([all.lines.length, all.skills.length]).toEqual([25, 5]);
    const second = await historyPage(at('?page=2'));
    expect([second.lines.length, second.lines.some(({ id }) => all.lines.some((line) => line.id === id))]).toEqual([20, false]);
    for (const wrong of ['?page=99', '?page=-1', '?page=x', '?page=1e9', '?skill=x&source=nobody']) expect((await historyPage(at(wrong))).page, wrong).toBeLessThanOrEqual(2);
    const one = await historyPage(at(`?skill=${skills.lamps}&source=agreed`));
    expect([one.found, one.chosen?.lines, one.picture?.said.self.length, one.picture?.expected[0]?.expectedLevel]).toEqual([3, 9, 3, 1]);
    expect((await historyPage(at('?asOf=2024-04-30'))).count).toBe(15);
  });

  it('and the pages of a person and of a team look back to a day, and tell one that is none or to come', async () => {
    const { organisation, at } = await visitor('head-of-service');
    const { people: { ben }, skills: { lamps } } = organisation;
    await saveAssessment(await organisation.as('head-of-service'), ben, { assessedOn: '2026-04-01', entries: [{ skillId: lamps, source: 'agreed', level: 1, note: null }] });
    const levelOn = async (query: string) => {
      const { asked, capability } = await profilePage(at(query));
      return [asked.problem?.slice(0, 19) ?? null, capability?.asOf, capability?.cells.find(({ skillId }) => skillId === lamps)?.agreedLevel];
    };
    const { asked: { today } } = await profilePage(at());
    expect(await levelOn('?asOf=2026-03-31')).toEqual([null, '2026-03-31', null]);
    expect(await levelOn('?asOf=2026-04-01')).toEqual([null, '2026-04-01', 1]);
    expect(await levelOn('?asOf=2026-02-30')).toEqual(['Enter a real date, ', today, 1]);
    expect(await levelOn('?asOf=9999-12-31')).toEqual(['Enter a date that i', today, 1]);
    expect((await peoplePage(at('?asOf=2024-12-31'))).here).toEqual([]);
    expect((await peoplePage(at('?asOf=2025-01-01'))).here).toHaveLength(2);
  });
});
