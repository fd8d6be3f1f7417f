import { beforeAll, describe, expect, it } from 'vitest';
import { saveAnswer } from '#app/services/assessments/answer/save-answer.server.ts';
import { addEvidence } from '#app/services/assessments/evidence/add-evidence.server.ts';
import { addObjective } from '#app/services/assessments/objective/add-objective.server.ts';
import { raiseDispute } from '#app/services/assessments/moderation/raise-dispute.server.ts';
import { readHistory } from '#app/services/assessments/read-history.server.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { readPersonCapability } from '#app/services/capability/read-person-capability.server.ts';
import { addCoverageRule } from '#app/services/planning/add-coverage-rule.server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { readAudit } from '#tests/helpers/refused-audit.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { readCellDetail } from './read-cell-detail.server.ts';
import { readSkillDetail } from './read-skill-detail.server.ts';

const database = useTestDatabase();
useTestRuntime(database);
const today = '2026-06-01';
const nothing = { situation: null, task: null, action: null, result: null, links: [], happenedOn: null, happenedUntil: null };

/** Ada is agreed at 1 of 3 in lamps and says 2 of herself; Ben is agreed at 3 of 1, of whom a rule needs two. */
async function withLevels(): Promise<TestOrganisation> {
  const organisation = await makeOrganisation(database);
  const { people, skills, teams } = organisation;
  const head = await organisation.as('head-of-service', { name: 'Head' });
  const self = await organisation.as('team-member', { personId: people.ada, name: 'Ada' });
  await saveAssessment(self, people.ada, { entries: [{ skillId: skills.lamps, source: 'self', level: 2, note: 'I light them' }] });
  await saveAssessment(head, people.ada, { entries: [{ skillId: skills.lamps, source: 'agreed', level: 1, note: null }] });
  await saveAssessment(head, people.ben, { entries: [{ skillId: skills.lamps, source: 'agreed', level: 3, note: null }] });
  await addEvidence(head, people.ada, skills.lamps, { ...nothing, summary: 'Relit the lamp' });
  await addObjective(head, people.ada, skills.lamps, { words: 'Relight it alone', targetLevel: 2, dueOn: '2026-12-31' });
  await addObjective(head, people.ada, skills.knots, { words: 'Another skill', targetLevel: 2, dueOn: '2026-12-31' });
  await addCoverageRule(head, teams.lights, { skillId: skills.lamps, minimumLevel: 2, minimumPeople: 2, reason: null });
  return organisation;
}

/** Read and never changed: what changes makes an organisation of its own. */
let organisation: TestOrganisation;
beforeAll(async () => {
  organisation = await withLevels();
});

describe('what a cell opens', () => {
  it('says what the profile says, who said it and when, what is still to be shown, the evidence and the objectives', async () => {
    const { people, skills, teams, canary } = organisation;
    const head = await organisation.as('head-of-service');
    const detail = await readCellDetail(head, teams.service, people.ada, skills.lamps, today);
    const { cells } = await readPersonCapability(head, people.ada);
    expect(cells.find(({ skillId }) => skillId === skills.lamps)).toMatchObject({ ...detail.cell });
    expect(detail.cell).toMatchObject({ expectedLevel: 3, agreedLevel: 1, selfLevel: 2, state: 'below', gap: -2 });
    expect(detail.said).toMatchObject({ agreed: { level: 1, assessorName: 'Head', assessedOn: today }, self: { level: 2, assessorName: 'Ada', note: 'I light them' }, manager: null });
    expect(detail.steps.map(({ ordinal, statements }) => [ordinal, statements])).toEqual([
      [2, [`Does it at step 2 ${canary}.`]],
      [3, [`Does it at step 3 ${canary}.`]],
    ]);
    expect(detail.history).toMatchObject({ until: today, highestLevel: 4, said: { agreed: [{ on: today, level: 1 }], manager: [] }, expected: [{ from: '2025-01-01', until: null, expectedLevel: 3 }] });
    expect(detail.evidence).toMatchObject([{ summary: 'Relit the lamp' }]);
    expect(detail.objectives).toMatchObject([{ words: 'Relight it alone', targetLevel: 2, addedByName: 'Head', outcome: null }]);
    expect(detail.may).toEqual({ assess: true, dispute: false, decide: false, writeEvidence: true, writeObjectives: true });
    expect(detail.person).toMatchObject({ id: people.ada, teamName: `Lights ${canary}` });
  });

  it('shows the expected step where nothing is agreed, and nothing to be shown where nothing is expected', async () => {
    const { as, people, skills, teams, canary } = organisation;
    const head = await as('head-of-service');
    const open = await readCellDetail(head, teams.lights, people.ben, skills.signals, today);
    expect(open).toMatchObject({ cell: { state: 'not-assessed' }, steps: [{ ordinal: 2, statements: [`Does it at step 2 ${canary}.`] }], said: { agreed: null } });
    expect(await readCellDetail(head, teams.lights, people.ben, skills.boats, today)).toMatchObject({ cell: { state: 'not-expected' }, steps: [] });
  });

  it('shows nothing that a round still hides, also in the history', async () => {
    const { people, skills, teams, as } = await withLevels();
    const head = await as('head-of-service');
    await saveAnswer(head, people.ada, { skillId: skills.signals, source: 'manager', answer: { kind: 'level', level: 4 }, note: 'Typed, not handed in', revision: 0, seenSequence: 0 });
    const detail = await readCellDetail(head, teams.service, people.ada, skills.signals, today);
    expect(detail).toMatchObject({ cell: { managerLevel: null, marks: [] }, said: { manager: null }, history: { said: { manager: [] } } });
    expect(JSON.stringify(detail)).not.toContain('Typed');
    expect((await readHistory(head, people.ada)).entries.some(({ skillId }) => skillId === skills.signals)).toBe(false);
  });

  it('says that the level is disputed and since when, and lets whoever decides decide', async () => {
    const { people, skills, teams, as } = await withLevels();
    const head = await as('head-of-service');
    const self = await as('team-member', { personId: people.ada });
    const { entries } = await readHistory(self, people.ada);
    const agreed = entries.find(({ source }) => source === 'agreed')!;
    expect(await raiseDispute(self, people.ada, { skillId: skills.lamps, assessmentId: agreed.id, words: 'I do more' })).toMatchObject({ ok: true });
    const detail = await readCellDetail(head, teams.service, people.ada, skills.lamps, today);
    expect(detail).toMatchObject({ disputedOn: today, cell: { marks: ['disputed'] }, may: { decide: true, dispute: false } });
    expect(JSON.stringify(detail)).not.toContain('I do more');
  });

  it('offers a manager who looks at their own cell to dispute what is agreed, and not to decide about it', async () => {
    const { people, skills, teams } = organisation;
    const manager = await organisation.as('team-manager', { personId: people.ada, teamId: teams.lights });
    const detail = await readCellDetail(manager, teams.lights, people.ada, skills.lamps, today);
    expect(detail.may).toMatchObject({ assess: true, dispute: true, decide: false });
    expect((await readCellDetail(manager, teams.lights, people.ada, skills.charts, today)).may).toMatchObject({ dispute: false });
  });

  it('stands as it stood on an earlier day, with nothing to do about it', async () => {
    const { as, people, skills, teams } = organisation;
    const detail = await readCellDetail(await as('head-of-service'), teams.service, people.ada, skills.lamps, '2026-05-31');
    expect(detail).toMatchObject({ isToday: false, cell: { agreedLevel: null, selfLevel: null, state: 'not-assessed' }, said: { agreed: null }, evidence: [], objectives: [], may: { assess: false, dispute: false, writeEvidence: false, writeObjectives: false } });
  });

  it('is recorded as one look, and is a 404 for whoever does not stand in the team, a 403 without the right to see ratings', async () => {
    const { as, people, skills, teams, id } = organisation;
    const head = await as('head-of-service');
    const looks = async () => (await readAudit(database, id)).filter(({ action }) => action === 'ratings.view');
    const before = (await looks()).length;
    await readCellDetail(head, teams.lights, people.ada, skills.lamps, today);
    expect((await looks()).slice(before)).toMatchObject([{ subjectKind: 'person', subjectId: people.ada, detail: { page: 'heatmap' } }]);
    for (const [team, person, skill] of [[teams.boats, people.ada, skills.lamps], [teams.lights, people.ada, crypto.randomUUID()], [teams.lights, crypto.randomUUID(), skills.lamps], ['x', people.ada, skills.lamps], [teams.lights, 'x', 'x']] as const) {
      await expect(readCellDetail(head, team, person, skill, today)).rejects.toMatchObject({ status: 404 });
    }
    for (const role of ['analyst', 'administrator', 'team-member'] as const) {
      await expect(readCellDetail(await as(role), teams.lights, people.ada, skills.lamps, today)).rejects.toMatchObject({ status: 403 });
    }
    expect((await looks()).length).toBe(before + 1);
  });
});

describe('what a column opens', () => {
  it('says how many stand at each level, who covers the rules on the skill, and who could coach whom', async () => {
    const { as, people, skills, teams, id, canary } = organisation;
    const head = await as('head-of-service');
    const detail = await readSkillDetail(head, teams.service, skills.lamps, today);
    expect(detail.standing).toMatchObject({ people: 4, expected: 2, met: 1, short: 1, notAssessed: 0, atLevel: [0, 1, 0, 1, 0] });
    expect(detail.standing.coaching).toMatchObject([{ agreedLevel: 1, learners: { shown: [{ id: people.ada }] }, coaches: { shown: [{ id: people.ben, agreedLevel: 3 }] } }]);
    expect(detail.coverage).toMatchObject([{ rule: { teamId: teams.lights, minimumPeople: 2 }, actual: 1, status: 'single-point', people: [{ id: people.ben }] }]);
    expect(detail.skill).toMatchObject({ key: 'lamps', name: `Lamp keeping ${canary}`, frameworkKey: 'coast', kind: 'own' });
    const look = (await readAudit(database, id)).filter(({ action }) => action === 'ratings.view').at(-1);
    expect(look).toMatchObject({ subjectKind: 'team', subjectId: teams.service, detail: { asOf: today, people: 2 } });
  });

  it('leaves out the rules of other skills and the people of other teams, and the rules and objectives for a moderator', async () => {
    const { as, people, skills, teams } = organisation;
    const head = await as('head-of-service');
    expect(await readSkillDetail(head, teams.boats, skills.lamps, today)).toMatchObject({ standing: { expected: 0, coaching: [] }, coverage: [] });
    expect(await readSkillDetail(head, teams.lights, skills.signals, today)).toMatchObject({ standing: { expected: 2, notAssessed: 2 }, coverage: [] });
    expect((await readSkillDetail(await as('moderator'), teams.lights, skills.lamps, today)).coverage).toBeNull();
    const seen = await readCellDetail(await as('moderator'), teams.lights, people.ada, skills.lamps, today);
    expect([seen.evidence?.length, seen.objectives]).toEqual([1, null]);
  });

  it('is a 404 for a team or skill that is not there, a 403 without the right to see ratings', async () => {
    const { as, skills, teams } = organisation;
    const head = await as('head-of-service');
    await expect(readSkillDetail(head, teams.lights, crypto.randomUUID(), today)).rejects.toMatchObject({ status: 404 });
    await expect(readSkillDetail(head, crypto.randomUUID(), skills.lamps, today)).rejects.toMatchObject({ status: 404 });
    for (const role of ['analyst', 'administrator', 'team-member'] as const) {
      await expect(readSkillDetail(await as(role), teams.lights, skills.lamps, today)).rejects.toMatchObject({ status: 403 });
    }
  });
});
