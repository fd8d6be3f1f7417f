import { describe, expect, it } from 'vitest';
import { startSession } from '#app/platform/session/session.server.ts';
import { action as agree } from '#app/routes/people/assess/agree.tsx';
import { action as assess, loader as assessPage } from '#app/routes/people/assess/assess.tsx';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { insertOpenRound } from '#tests/helpers/insert-open-round.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { sessionSubject } from '#tests/helpers/session-subject.ts';
import { answered } from '#tests/helpers/signed-in.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';

const database = useTestDatabase();
useTestRuntime(database);
const origin = 'http://localhost:3000';
const context = { cspNonce: '', sourceAddress: '127.0.0.1' };

async function scene() {
  const organisation = await makeOrganisation(database);
  const { ben } = organisation.people;
  await insertOpenRound(organisation, [ben], { selfDueOn: null, closesOn: '2099-12-31' });
  const signIn = async (grants: Parameters<typeof addUser>[2]) => {
    const { userId } = await addUser(database, organisation.id, grants);
    const cookie = (await startSession(new Request(origin), sessionSubject(userId, organisation.id))).split(';')[0] ?? '';
    const send = (to: typeof assess, page: string, fields: Record<string, string>) =>
      answered(() => to({ request: new Request(`${origin}/people/${ben}/${page}`, { method: 'POST', body: new URLSearchParams(fields), headers: { cookie } }), params: { personId: ben }, context }));
    const open = () => assessPage({ request: new Request(`${origin}/people/${ben}/assess`, { headers: { cookie } }), params: { personId: ben }, context });
    return { send, open };
  };
  const manager = { grants: [{ accessRole: 'team-manager' as const, teamId: organisation.teams.lights }] };
  return { ben, signIn, manager, person: { personId: ben }, ...organisation.skills };
}

const answer = (skillId: string, level: string, note: string, intent: string) => ({
  voice: 'manager', intent, [`revision.${skillId}`]: '0', [`typed.manager.${skillId}`]: '0', [`seen.manager.${skillId}`]: '0', [`was.${skillId}`]: '["","",[],"",""]', [`level.manager.${skillId}`]: level, [`note.${skillId}`]: note,
});

describe('the pages of answering and agreeing', () => {
  it('keep an answer, ask about what is missing with the typed text still there, hand in, and let the person dispute what is agreed', async () => {
    const { ben, signIn, manager, person, lamps, signals } = await scene();
    const one = await signIn(manager);
    const asked = await one.send(assess, 'assess', answer(lamps, '2', 'Steady hands', 'hand-in'));
    expect(asked).toMatchObject({ init: { status: 422 }, data: { missing: [expect.stringContaining('Signalling')], typed: { [`note.${lamps}`]: 'Steady hands' } } });
    expect(await one.open()).toMatchObject({ voice: 'manager', sources: ['manager'], typed: [{ skillId: lamps, answer: { kind: 'level', level: 2 }, note: 'Steady hands' }] });
    const handed = await one.send(assess, 'assess', { voice: 'manager', intent: 'hand-in', acceptMissing: 'on' });
    expect('headers' in handed && handed.headers.get('location')).toBe(`/people/${ben}/assess?notice=shown`);
    const agreed = await one.send(agree, 'agree', { [`revision.${signals}`]: '0', [`level.agreed.${signals}`]: '1', [`note.${signals}`]: '' });
    expect('headers' in agreed && agreed.headers.get('location')).toBe(`/people/${ben}/agree?notice=agreed`);
    const subject = await signIn(person);
    const page = await subject.open();
    const assessmentId = page.skills.find((skill) => skill.skillId === signals)?.newest.agreed?.id ?? '';
    const wordless = await subject.send(agree, 'agree', { dispute: signals, assessment: assessmentId, [`words.${signals}`]: ' ' });
    expect(wordless).toMatchObject({ init: { status: 422 }, data: { problems: [{ field: `words.${signals}` }] } });
    const disputed = await subject.send(agree, 'agree', { dispute: signals, assessment: assessmentId, [`words.${signals}`]: 'I signal daily' });
    expect('headers' in disputed && disputed.headers.get('location')).toBe(`/people/${ben}/agree?notice=disputed`);
  });

  it('tell a second manager of the answer that the first gave meanwhile, and keep what they typed', async () => {
    const { signIn, manager, lamps } = await scene();
    const [one, two] = [await signIn(manager), await signIn(manager)];
    expect(await one.send(assess, 'assess', answer(lamps, '2', 'First', 'save'))).toMatchObject({ status: 302 });
    expect(await two.send(assess, 'assess', answer(lamps, '3', 'Second', 'save'))).toMatchObject({
      init: { status: 409 },
      data: { staleSkillIds: [lamps], typed: { [`level.manager.${lamps}`]: '3', [`note.${lamps}`]: 'Second' } },
    });
    expect(await one.send(assess, 'assess', { ...answer(lamps, '3', '', 'save'), [`reason.${lamps}`]: 'On leave' })).toMatchObject({ init: { status: 422 } });
  });
});
