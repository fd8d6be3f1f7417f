import { describe, expect, it } from 'vitest';
import { action as write, loader as writePage } from '#app/routes/people/objectives/write.tsx';
import { loader as reviewPage } from '#app/routes/people/review/review.tsx';
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

async function visitor(accessRole: 'head-of-service' | 'administrator' | 'moderator') {
  const organisation = await makeOrganisation(database);
  const { userId } = await addUser(database, organisation.id, { grants: [{ accessRole, teamId: null }] });
  const browser = await signedIn(userId, organisation.id);
  const params = { personId: organisation.people.ben };
  const at = (query = '', form?: Record<string, string>) => ({ request: browser.request(`/x${query}`, form), params, context });
  return { organisation, at, typed: { skillId: organisation.skills.lamps, words: 'Keep a lamp', targetLevel: '2', dueOn: '2027-12-31' } };
}

type Answer = Response | { data: { problems: { field: string | null }[]; turn: string; typed: Record<string, string> }; init: ResponseInit | null };
const leadsTo = (answer: Answer) => {
  if (!(answer instanceof Response)) throw new Error(JSON.stringify(answer.data.problems));
  return answer.headers.get('Location');
};
const refusal = (answer: Answer) => {
  if (answer instanceof Response) throw new Error(`Led to ${answer.headers.get('Location')}`);
  return { status: answer.init?.status, fields: answer.data.problems.map(({ field }) => field), turn: answer.data.turn, typed: answer.data.typed };
};

describe('the page of an objective', () => {
  it('adds, changes, ends, opens again and withdraws one, each told in the review', async () => {
    const { organisation, at, typed } = await visitor('head-of-service');
    const review = `/people/${organisation.people.ben}/review`;
    expect(leadsTo(await write(at('', typed)))).toBe(`${review}?notice=objective-added#objectives`);
    const listed = await reviewPage(at('?notice=objective-added'));
    expect(listed).toMatchObject({ notice: 'The objective is added.', mayWriteObjectives: true, objectives: [{ words: 'Keep a lamp', targetLevel: 2, revision: 1 }] });
    const one = `?objective=${listed.objectives![0]!.id}`;
    expect(await writePage(at(one))).toMatchObject({ values: { words: 'Keep a lamp', targetLevel: '2', dueOn: '2027-12-31' }, skill: { id: organisation.skills.lamps }, back: `${review}#objectives` });
    expect(leadsTo(await write(at(one, { ...typed, words: 'Keep two', revision: '1' })))).toContain('objective-changed');
    expect(leadsTo(await write(at(one, { end: 'yes', outcome: 'not-met', outcomeWords: 'It broke', revision: '2' })))).toContain('objective-ended');
    expect((await writePage(at(one))).objective).toMatchObject({ outcome: 'not-met', outcomeWords: 'It broke' });
    expect(leadsTo(await write(at(one, { reopen: 'yes', revision: '3' })))).toContain('objective-reopened');
    expect(leadsTo(await write(at(one, { withdraw: 'yes' })))).toContain('objective-withdrawn');
    expect((await reviewPage(at())).objectives).toEqual([]);
    expect((await thrownResponse(writePage(at(one)))).status).toBe(404);
  });

  it('offers the levels of the skill and suggests the first that is missing, or what is expected where nothing is agreed', async () => {
    const { organisation, at } = await visitor('head-of-service');
    const { ben } = organisation.people;
    const { signals } = organisation.skills;
    await saveAssessment(await organisation.as('head-of-service'), ben, { entries: [{ skillId: signals, source: 'agreed', level: 1, note: null }] });
    const form = await writePage(at(`?skill=${signals}`));
    expect([form.values.targetLevel, form.skills, form.levels.map(({ ordinal, isAgreed, isExpected }) => [ordinal, isAgreed, isExpected])]).toEqual([
      '2', [], [[1, true, false], [2, false, true], [3, false, false], [4, false, false]],
    ]);
    expect((await writePage(at(`?skill=${organisation.skills.lamps}`))).values.targetLevel).toBe('1');
    expect((await writePage(at(`?skill=${organisation.skills.knots}`))).values.targetLevel).toBe('');
    const choice = await writePage(at());
    expect(choice).toMatchObject({ skill: null, levels: [], skills: [{ group: 'Expected of the role level', options: [{}, {}] }, { group: 'Other skills' }] });
    expect((await writePage(at('?skill=nonsense'))).skill).toBeNull();
  });

  it('keeps what was typed when it is refused, and says what an older form met', async () => {
    const { at, typed } = await visitor('head-of-service');
    expect(refusal(await write(at('', { ...typed, words: '', dueOn: '' })))).toMatchObject({ status: 422, fields: ['words', 'dueOn'], turn: 'save', typed: { targetLevel: '2' } });
    expect(refusal(await write(at('', { ...typed, targetLevel: '7' })))).toMatchObject({ status: 422, fields: ['targetLevel'] });
    await write(at('', typed));
    const one = `?objective=${(await reviewPage(at())).objectives![0]!.id}`;
    await write(at(one, { ...typed, words: 'Second', revision: '1' }));
    expect(refusal(await write(at(one, { ...typed, words: 'Late', revision: '1' })))).toMatchObject({ status: 409, fields: [null], typed: { words: 'Late' } });
    expect(refusal(await write(at(one, { end: 'yes', revision: '2', outcomeWords: 'Kept' })))).toMatchObject({ status: 422, fields: ['outcome'], turn: 'end', typed: { outcomeWords: 'Kept' } });
    expect(refusal(await write(at(one, { reopen: 'yes', revision: 'x' }))).status).toBe(422);
  });

  it('leads back to the picture that it was opened from, and to no other address', async () => {
    const { organisation, at, typed } = await visitor('head-of-service');
    const picture = `/teams/${organisation.teams.lights}/heatmap?metric=gap&open=x`;
    const from = (address: string) => `?${new URLSearchParams({ from: address }).toString()}`;
    expect(leadsTo(await write(at(from(picture), typed)))).toBe(picture);
    for (const address of ['https://elsewhere.example/teams/x/heatmap', '//elsewhere.example/teams/x/heatmap', '/teams/x/heatmap/../../../account', '/account', '/teams//heatmap', '\\\\elsewhere.example']) {
      expect(leadsTo(await write(at(from(address), { ...typed, words: address })))).toContain('/review?notice=objective-added');
    }
  });

  it('is not the administrator’s nor a moderator’s, whatever is sent', async () => {
    for (const accessRole of ['administrator', 'moderator'] as const) {
      const { at, typed } = await visitor(accessRole);
      for (const tried of [() => writePage(at()), () => write(at('', typed)), () => write(at('', {})), () => write(at('?objective=x', { withdraw: 'yes' })), () => write(at('?objective=x', { end: 'yes' }))]) {
        expect((await thrownResponse(tried())).status).toBe(403);
      }
    }
    const { at } = await visitor('moderator');
    expect(await reviewPage(at())).toMatchObject({ objectives: null, mayWriteObjectives: false });
  });

  it('is not offered for a day that has passed', async () => {
    const { at } = await visitor('head-of-service');
    expect((await reviewPage(at('?asOf=2026-05-01'))).mayWriteObjectives).toBe(false);
  });
});
