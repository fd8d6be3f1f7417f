import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { OwnAdditionContent } from '#app/domain/framework/own/own-addition.ts';
import type { Context } from '#app/platform/context.ts';
import { readFrameworkFacts } from '#app/services/framework/read-framework-facts.server.ts';
import { addPerson } from '#app/services/people/add-person.server.ts';
import { currentAssessment, framework, frameworkAdoption, frameworkVersion, role, roleLevel, skill } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { addOwn, bees, gardensKey, keeper, makeGardens, type OwnOf, ownRevisionOf } from '#tests/helpers/gardens.ts';
import { readAudit } from '#tests/helpers/refused-audit.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { addOwnAddition } from './add-own-addition.server.ts';
import { changeOwnAddition } from './change-own-addition.server.ts';
import { previewOwnAdditions } from './preview-own-additions.server.ts';
import { publishOwnAdditions } from './publish-own-additions.server.ts';
import { readOwnAdditions } from './read-own-additions.server.ts';
import { removeOwnAddition } from './remove-own-addition.server.ts';
import { saveOwnExpectations } from './save-own-expectations.server.ts';

const database = useTestDatabase();
const frameworkKey = gardensKey;

const expectation: OwnAdditionContent = { kind: 'expectation', roleName: 'Gardener', roleLevelName: 'Gardener', skillName: 'Bees', expectedLevel: 1, released: null };

async function publish(context: Context) {
  const outcome = await publishOwnAdditions(context, { frameworkKey, revision: await ownRevisionOf(context) });
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value;
}
const factsOf = (context: Context, versionId: string) => context.db.transaction((tx) => readFrameworkFacts(tx, context.db.organisationId, versionId));
async function adoptedVersion(context: Context) {
  return context.db.transaction(async (tx) => {
    const [adopted] = await tx
      .select({ version: frameworkVersion })
      .from(frameworkVersion)
      .innerJoin(frameworkAdoption, eq(frameworkAdoption.versionId, frameworkVersion.id))
      .innerJoin(framework, and(eq(framework.id, frameworkVersion.frameworkId), eq(framework.key, frameworkKey)))
      .where(eq(frameworkVersion.organisationId, context.db.organisationId));
    return adopted!.version;
  });
}

describe('writing own additions', () => {
  it('keeps them on a list that the framework does not show, and records each', async () => {
    const { organisation, context, releaseId } = await makeGardens(database);
    await addOwn(context, bees, keeper());
    const view = await readOwnAdditions(context, frameworkKey);
    expect(view).toMatchObject({ frameworkName: 'Gardens', label: 'Spring', revision: 2, isWaiting: true, leaving: [] });
    expect(view.rows.map(({ addition, state, conflicts }) => [addition.kind, state, conflicts])).toEqual([['role', 'waiting', []], ['skill', 'waiting', []]]);
    expect((await adoptedVersion(context)).id).toBe(releaseId);
    expect(await readAudit(database, organisation.id)).toMatchObject([
      { action: 'framework.publish' },
      { action: 'framework.own.add', subjectKind: 'framework', detail: { kind: 'skill', names: ['Bees'] } },
      { action: 'framework.own.add', detail: { kind: 'role', names: ['Bee keeper'] } },
    ]);
  });

  it('refuses what does not fit the framework, at its field, and stores nothing', async () => {
    const { organisation, context } = await makeGardens(database);
    await addOwn(context, bees);
    const before = await tenantChecksum(database, organisation.id);
    const [first] = bees.skill.levels;
    const cases: [OwnAdditionContent, string][] = [
      [bees, 'name'],
      [{ kind: 'skill', skill: { name: 'PRUNING', description: null, levels: [] } }, 'name'],
      [{ kind: 'skill', skill: { name: ' ', description: null, levels: [] } }, 'name'],
      [{ kind: 'skill', skill: { name: 'Wasps', description: null, levels: [{ ...first!, statements: ['x'.repeat(1001)] }] } }, 'statements.1'],
      [{ kind: 'role', role: { familyName: null, name: 'gardener', description: null, roleLevels: [] } }, 'name'],
      [{ kind: 'role', role: { familyName: null, name: 'New', description: null, roleLevels: [] } }, 'roleLevels'],
      [{ kind: 'role-level', roleName: 'Nobody', after: null, roleLevel: { name: 'X', description: null, seniority: null, grades: null, expectations: [] } }, 'place'],
      [{ kind: 'role-level', roleName: 'Gardener', after: null, roleLevel: { name: 'Head gardener', description: null, seniority: null, grades: null, expectations: [] } }, 'name'],
      [{ kind: 'statements', skillName: 'Pruning', ordinal: 5, statements: ['x'] }, 'ordinal'],
      [{ kind: 'statements', skillName: 'Pruning', ordinal: 1, statements: ['do pruning at step 1.'] }, 'statements'],
      [{ kind: 'statements', skillName: 'Pruning', ordinal: 1, statements: [] }, 'statements'],
      [{ kind: 'grades', roleName: 'Gardener', roleLevelName: 'Gardener', grades: ['eo'], released: null }, 'grades'],
      [{ kind: 'expectation', roleName: 'Gardener', roleLevelName: 'Gardener', skillName: 'Pruning', expectedLevel: 2, released: null }, 'roleLevel'],
      [{ kind: 'expectation', roleName: 'Gardener', roleLevelName: 'Gardener', skillName: 'Pruning', expectedLevel: 5, released: null }, 'roleLevel'],
    ];
    for (const [content, field] of cases) {
      expect(await addOwnAddition(context, { frameworkKey, revision: 1 }, content), JSON.stringify(content)).toMatchObject({ ok: false, problem: { field } });
    }
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });

  it('carries a new name of an own skill into the other additions, and takes one off the list', async () => {
    const { organisation, context } = await makeGardens(database);
    await addOwn(context, bees, keeper(), expectation);
    const skillId = (await readOwnAdditions(context, frameworkKey)).rows.find(({ addition }) => addition.kind === 'skill')!.addition.id;
    const renamed = { ...bees, skill: { ...bees.skill, name: 'Honey bees' } };
    expect(await changeOwnAddition(context, { frameworkKey, revision: 3, additionId: skillId }, renamed)).toEqual({ ok: true, value: { revision: 4 } });
    const { rows, facts } = await readOwnAdditions(context, frameworkKey);
    expect(rows.flatMap(({ conflicts }) => conflicts)).toEqual([]);
    expect(facts.roles.find(({ name }) => name === 'Bee keeper')?.roleLevels[0]?.expectations).toEqual([{ skillName: 'Honey bees', expectedLevel: 2 }]);
    expect(rows.at(-1)?.sentence).toMatch(/Expects “Honey bees” at Awareness \(1\) of “Gardener”/);
    expect(await removeOwnAddition(context, { frameworkKey, revision: 4, additionId: skillId })).toEqual({ ok: true, value: { revision: 5 } });
    const left = await readOwnAdditions(context, frameworkKey);
    expect(left.rows.map(({ conflicts }) => conflicts.map(({ kind }) => kind))).toEqual([['base-gone'], ['base-gone']]);
    expect((await readAudit(database, organisation.id)).map(({ action }) => action).slice(-2)).toEqual(['framework.own.change', 'framework.own.remove']);
  });

  it('sets the whole list of expectations of a role level, released or own', async () => {
    const { context } = await makeGardens(database);
    await addOwn(context, bees, keeper());
    const levels = new Map([['Pruning', 3], ['Bees', 1]]);
    await saveOwnExpectations(context, { frameworkKey, revision: 2 }, { roleName: 'Gardener', roleLevelName: 'Gardener', levels });
    await saveOwnExpectations(context, { frameworkKey, revision: 3 }, { roleName: 'Bee keeper', roleLevelName: 'Bee keeper', levels });
    const { rows, facts } = await readOwnAdditions(context, frameworkKey);
    expect(rows.flatMap(({ addition }) => (addition.kind === 'expectation' ? [[addition.skillName, addition.expectedLevel, addition.released]] : []))).toEqual([['Bees', 1, null], ['Pruning', 3, 2], ['Watering', null, 1]]);
    for (const name of ['Gardener', 'Bee keeper']) {
      const expected = facts.roles.find((entry) => entry.name === name)!.roleLevels[0]!.expectations.map(({ skillName, expectedLevel }) => [skillName, expectedLevel]);
      expect(expected.sort()).toEqual([['Bees', 1], ['Pruning', 3]]);
    }
    const ids = rows.flatMap(({ addition }) => (addition.kind === 'expectation' ? [addition.id] : []));
    await saveOwnExpectations(context, { frameworkKey, revision: 4 }, { roleName: 'Gardener', roleLevelName: 'Gardener', levels: new Map([['Pruning', 2], ['Watering', 1], ['Bees', 4]]) });
    const again = (await readOwnAdditions(context, frameworkKey)).rows.flatMap(({ addition }) => (addition.kind === 'expectation' ? [addition] : []));
    expect(again).toMatchObject([{ id: ids[0], skillName: 'Bees', expectedLevel: 4 }]);
    expect(await saveOwnExpectations(context, { frameworkKey, revision: 5 }, { roleName: 'Gardener', roleLevelName: 'Gardener', levels: new Map([['Nothing', 2]]) })).toMatchObject({ ok: false, problem: { message: expect.stringMatching(/no skill “Nothing”/) as string } });
    expect(await saveOwnExpectations(context, { frameworkKey, revision: 5 }, { roleName: 'Gardener', roleLevelName: 'Gardener', levels: new Map([['Bees', 9]]) })).toMatchObject({ ok: false });
  });
});

describe('publishing own additions', () => {
  it('adopts the release with them, leaves the release as it came, and says what everybody is expected to hold', async () => {
    const { organisation, context, releaseId } = await makeGardens(database);
    const leads = await organisation.as('head-of-service');
    const gardener = await context.db.transaction(async (tx) => (await tx.select().from(roleLevel).where(and(eq(roleLevel.organisationId, organisation.id), eq(roleLevel.name, 'Gardener'))))[0]!.id);
    const person = await addPerson(leads, { name: 'Gil', teamId: organisation.teams.boats, roleLevelId: gardener, startsOn: '2026-01-01', email: null, grade: null, leavesOn: null });
    if (!person.ok) throw new Error(person.problem.message);
    await addOwn(context, bees, keeper(), expectation);
    expect(await previewOwnAdditions(context, frameworkKey)).toEqual({
      roleLevels: [
        { roleName: 'Gardener', roleLevelName: 'Gardener', kind: 'moved', skills: [{ skillName: 'Bees', before: null, after: 1 }], people: 1 },
        { roleName: 'Bee keeper', roleLevelName: 'Bee keeper', kind: 'new', skills: [], people: 0 },
      ],
      newSkills: ['Bees'],
      goneSkills: [],
      people: 1,
    });
    const release = await factsOf(context, releaseId);
    const { versionId, label } = await publish(context);
    expect(label).toBe('Spring with own additions');
    expect(await adoptedVersion(context)).toMatchObject({ id: versionId, baseVersionId: releaseId, ownAdditions: [{ kind: 'skill' }, { kind: 'role' }, { kind: 'expectation' }] });
    expect(await factsOf(context, releaseId)).toEqual(release);
    const view = await readOwnAdditions(context, frameworkKey);
    expect(view.isWaiting).toBe(false);
    expect(view.rows.map(({ state }) => state)).toEqual(['published', 'published', 'published']);
    const rows = await context.db.transaction((tx) => tx.select().from(currentAssessment).innerJoin(skill, eq(skill.id, currentAssessment.skillId)).where(eq(currentAssessment.personId, person.value.personId)));
    expect(rows.map((row) => [row.skill.name, row.current_assessment.expectedLevel]).sort()).toEqual([['Bees', 1], ['Pruning', 2], ['Watering', 1]]);
    expect((await readAudit(database, organisation.id)).at(-1)).toMatchObject({ action: 'framework.own.publish', detail: { versionId, before: releaseId, release: releaseId, additions: 3 } });
    const stored = await tenantChecksum(database, organisation.id);
    expect(await publish(context)).toEqual({ versionId, label, published: false });
    expect(await tenantChecksum(database, organisation.id)).toEqual(stored);
  });

  it('keeps who a role, role level or skill is when it is published under another name', async () => {
    const { organisation, context } = await makeGardens(database);
    const own: OwnOf<'role-level'> = { kind: 'role-level', roleName: 'Bee keeper', after: 'Bee keeper', roleLevel: { name: 'Head bee keeper', description: null, seniority: null, grades: null, expectations: [] } };
    const [roleId, levelId, skillId] = await addOwn(context, bees, keeper(), own);
    await publish(context);
    const named = () => context.db.transaction(async (tx) => ({
      skills: (await tx.select().from(skill).where(eq(skill.organisationId, organisation.id))).filter(({ key }) => key === 'bees'),
      roles: (await tx.select().from(role).where(eq(role.organisationId, organisation.id))).filter(({ key }) => key === 'bee-keeper'),
      levels: (await tx.select().from(roleLevel).where(eq(roleLevel.organisationId, organisation.id))).filter(({ key }) => key === 'head-bee-keeper'),
    }));
    const before = await named();
    const change = async (additionId: string, content: OwnAdditionContent) =>
      expect(await changeOwnAddition(context, { frameworkKey, revision: await ownRevisionOf(context), additionId }, content)).toMatchObject({ ok: true });
    await change(skillId!, { ...bees, skill: { ...bees.skill, name: 'Honey bees' } });
    await change(roleId!, { kind: 'role', role: { ...keeper('Apiarist').role, roleLevels: [{ name: 'Bee keeper', description: null, seniority: 1, grades: null, expectations: [{ skillName: 'Honey bees', expectedLevel: 2 }] }] } });
    await change(levelId!, { ...own, roleName: 'Apiarist', roleLevel: { ...own.roleLevel, name: 'Chief apiarist' } });
    expect((await readOwnAdditions(context, frameworkKey)).rows.map(({ state }) => state)).toEqual(['changed', 'changed', 'changed']);
    const { versionId } = await publish(context);
    const after = await named();
    expect([after.skills, after.roles, after.levels].map((rows) => rows.map(({ id, name }) => [id, name]))).toEqual([
      [[before.skills[0]!.id, 'Honey bees']],
      [[before.roles[0]!.id, 'Apiarist']],
      [[before.levels[0]!.id, 'Chief apiarist']],
    ]);
    expect((await factsOf(context, versionId)).roles.find(({ name }) => name === 'Apiarist')?.roleLevels.map(({ name }) => name)).toEqual(['Bee keeper', 'Chief apiarist']);
  });

  it('adopts the release itself again when the last addition is taken away', async () => {
    const { context, releaseId } = await makeGardens(database);
    const [additionId] = await addOwn(context, bees);
    await publish(context);
    await removeOwnAddition(context, { frameworkKey, revision: 1, additionId: additionId! });
    const view = await readOwnAdditions(context, frameworkKey);
    expect(view).toMatchObject({ isWaiting: true, rows: [], leaving: [expect.stringMatching(/“Bees”/)] });
    expect(await publish(context)).toEqual({ versionId: releaseId, label: 'Spring', published: true });
    expect((await adoptedVersion(context)).id).toBe(releaseId);
  });
});
