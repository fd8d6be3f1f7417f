import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { readAssessmentForm } from './read-assessment-form.server.ts';
import { saveAssessment } from './save-assessment.server.ts';

const database = useTestDatabase();

describe('the assessment form', () => {
  it('shows the expected skills with every level, then the others that were assessed or asked for', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('head-of-service');
    const { ada } = organisation.people;
    const { lamps, signals, charts, boats, knots } = organisation.skills;
    await saveAssessment(context, ada, { entries: [{ skillId: boats, source: 'agreed', level: 1, note: null }] });
    const form = await readAssessmentForm(context, ada, [knots, crypto.randomUUID(), 'nonsense']);
    expect(form.skills.map((skill) => [skill.skillId, skill.expectedLevel])).toEqual([
      [charts, 4],
      [lamps, 3],
      [signals, 2],
      [boats, null],
      [knots, null],
    ]);
    expect(form.others).toEqual([]);
    expect(form.sources).toEqual(['manager', 'agreed']);
    expect(form.skills[0]?.levels.map((level) => [level.ordinal, level.name, level.defined, level.statements.length])).toEqual([
      [1, 'Awareness', false, 0],
      [2, 'Working', false, 0],
      [3, 'Practitioner', true, 1],
      [4, 'Expert', true, 1],
    ]);
    expect((await readAssessmentForm(context, ada)).others.map((skill) => skill.id)).toEqual([knots]);
  });

  it('carries the newest answer of each source and the revision that a save takes back', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('head-of-service');
    const { ben } = organisation.people;
    const { lamps } = organisation.skills;
    const skillOf = async () => (await readAssessmentForm(context, ben)).skills.find((skill) => skill.skillId === lamps)!;
    const before = await skillOf();
    expect(before).toMatchObject({ revision: 0, newest: { self: null, manager: null, agreed: null } });
    const answer = { skillId: lamps, source: 'manager' as const, level: 2, note: 'Seen' };
    await saveAssessment(context, ben, { entries: [{ ...answer, revision: before.revision }] });
    const after = await skillOf();
    expect(after.newest).toMatchObject({ self: null, manager: { level: 2, note: 'Seen', assessorName: context.viewer.name }, agreed: null });
    const late = await saveAssessment(context, ben, { entries: [{ ...answer, level: 3, revision: before.revision }] });
    expect(late).toMatchObject({ ok: false, staleSkillIds: [lamps] });
    expect(await saveAssessment(context, ben, { entries: [{ ...answer, level: 3, revision: after.revision }] })).toMatchObject({ ok: true });
  });

  it('offers to each viewer the sources they may speak as', async () => {
    const organisation = await makeOrganisation(database);
    const { ada, ben } = organisation.people;
    const member = await organisation.as('team-member', { personId: ben });
    expect((await readAssessmentForm(member, ben)).sources).toEqual(['self']);
    const manager = await organisation.as('team-manager', { teamId: organisation.teams.lights, personId: ada });
    expect((await readAssessmentForm(manager, ada)).sources).toEqual(['self']);
    expect((await readAssessmentForm(manager, ben)).sources).toEqual(['manager', 'agreed']);
    expect((await readAssessmentForm(await organisation.as('api-read'), ben)).sources).toEqual([]);
  });

  it('answers 404 for an unknown person and 403 to whoever may not see ratings', async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const { ada, ben } = organisation.people;
    const head = await organisation.as('head-of-service');
    await expectSame404({ other: other.people.ben, own: ben }, (id) => readAssessmentForm(head, id));
    for (const context of [
      await organisation.as('administrator'),
      await organisation.as('analyst'),
      await organisation.as('team-member', { personId: ada }),
      await organisation.as('team-manager', { teamId: organisation.teams.boats }),
    ]) {
      await expect(readAssessmentForm(context, ben)).rejects.toMatchObject({ status: 403 });
    }
  });
});
