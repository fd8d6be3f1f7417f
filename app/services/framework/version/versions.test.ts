import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessRoles } from '#app/domain/access/access-role.ts';
import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import { applyOwnAdditions } from '#app/domain/framework/own/apply-own-additions.ts';
import type { OwnAddition } from '#app/domain/framework/own/own-addition.ts';
import { settleFacts } from '#app/domain/framework/settle-facts.ts';
import type { Context } from '#app/platform/context.ts';
import { adoptVersion } from '#app/services/framework/publish/adopt-version.server.ts';
import { publishVersion } from '#app/services/framework/publish/publish-version.server.ts';
import { readRole } from '#app/services/framework/read-role.server.ts';
import { readSkill } from '#app/services/framework/read-skill.server.ts';
import { storeVersion } from '#app/services/framework/publish/store-version.server.ts';
import { frameworkAlias, frameworkVersion, skill, skillSuccession } from '#db/schema/index.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { frameworkFacts } from '#tests/helpers/framework-facts.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { readVersionContents } from './read-version-contents.server.ts';
import { readVersionRole } from './read-version-role.server.ts';
import { readVersionSkill } from './read-version-skill.server.ts';
import { readVersions } from './read-versions.server.ts';

const database = useTestDatabase();
const gardens = { frameworkKey: 'gardens', frameworkName: 'Gardens', kind: 'own' as const };

/** The next release: Weeding is gone, its place is Pruning's; Pruning has other words and a role has come in. */
function nextFacts(): FrameworkFacts {
  const facts = frameworkFacts(3);
  const role = { ...facts.roles[0]!, name: 'Beekeeper', roleLevels: [{ ...facts.roles[0]!.roleLevels[0]!, name: 'Beekeeper' }] };
  const skills = facts.skills.filter(({ name }) => name !== 'Weeding');
  const worded = skills.map((entry) => (entry.name === 'Pruning' ? { ...entry, levels: entry.levels.map((level) => ({ ...level, statements: [`Prune anew at ${level.ordinal}.`] })) } : entry));
  return { ...facts, roles: [...facts.roles, role], skills: worded };
}

const additions: OwnAddition[] = [
  { id: '1', kind: 'skill', skill: { name: 'Bees', description: 'Ours.', levels: [{ ordinal: 1, defined: true, statements: ['Keep bees.'], wordingSource: 'own', wordingDate: null }] } },
  { id: '2', kind: 'statements', skillName: 'Pruning', ordinal: 2, statements: ['Prune our roses.'] },
  { id: '3', kind: 'role-level', roleName: 'Gardener', after: 'Head gardener', roleLevel: { name: 'Chief gardener', description: null, seniority: 3, grades: null, expectations: [{ skillName: 'Pruning', expectedLevel: 4 }] } },
  { id: '4', kind: 'expectation', roleName: 'Gardener', roleLevelName: 'Gardener', skillName: 'Watering', expectedLevel: 3, released: 1 },
];

interface Scene {
  context: Context;
  first: string;
  second: string;
  own: string;
}

async function makeScene(): Promise<Scene> {
  const context = await contextAs(database, { accessRole: 'administrator', organisationId: await addOrganisation(database) });
  const { organisationId } = context.db;
  const later = (days: number): Context => ({ ...context, now: new Date(context.now.getTime() + days * 86_400_000) });
  const { versionId: first, frameworkId } = await publishVersion(context, { ...gardens, label: 'Spring', facts: frameworkFacts() });
  const { versionId: second } = await publishVersion(later(1), { ...gardens, label: 'Summer', facts: nextFacts() });
  const own = await context.db.transaction(async (tx) => {
    const facts = settleFacts(applyOwnAdditions(settleFacts(nextFacts()), additions).facts);
    const stored = await storeVersion(tx, { organisationId, now: later(1).now }, { frameworkId, label: 'Summer with ours', facts, baseVersionId: second, ownAdditions: additions });
    await adoptVersion(tx, later(1), frameworkId, stored.versionId);
    const [pruning] = await tx.select({ id: skill.id }).from(skill).where(eq(skill.name, 'Pruning'));
    const [weeding] = await tx.select({ id: skill.id }).from(skill).where(eq(skill.name, 'Weeding'));
    await tx.insert(frameworkAlias).values({ organisationId, id: randomUUID(), frameworkId, part: 'skill', partId: pruning!.id, name: 'Cutting back', versionId: second });
    await tx.insert(skillSuccession).values({ organisationId, fromSkillId: weeding!.id, toSkillId: pruning!.id, versionId: second });
    return stored.versionId;
  });
  return { context, first, second, own };
}

let scene: Scene;
beforeAll(async () => {
  scene = await makeScene();
});

describe('the versions of a framework', () => {
  it('are listed the newest first, with what became of each and how much it holds', async () => {
    const [gardensListed, ...others] = await readVersions(scene.context);
    expect(others).toEqual([]);
    expect(gardensListed).toMatchObject({ frameworkKey: 'gardens', frameworkName: 'Gardens' });
    expect(gardensListed?.versions.map(({ label, isAdopted, laidOver, ownAdditionCount, counts }) => [label, isAdopted, laidOver, ownAdditionCount, counts])).toEqual([
      ['Summer with ours', true, 'Summer', 4, { roles: 2, roleLevels: 4, skills: 3, expectations: 6 }],
      ['Summer', false, null, 0, { roles: 2, roleLevels: 3, skills: 2, expectations: 5 }],
      ['Spring', false, null, 0, { roles: 1, roleLevels: 2, skills: 3, expectations: 3 }],
    ]);
  });

  it('keep their wording at an address of their own, whatever came after', async () => {
    const before = await readVersionSkill(scene.context, scene.first, 'pruning');
    expect(before.levels[1]?.statements).toEqual(['Do Pruning at step 2.']);
    expect(before.version).toMatchObject({ label: 'Spring', isAdopted: false });
    const after = await readVersionSkill(scene.context, scene.second, 'pruning');
    expect(after.levels[1]?.statements).toEqual(['Prune anew at 2.']);
    const role = await readVersionRole(scene.context, scene.first, 'gardener');
    expect(role.skills.map(({ name, expectedLevels }) => [name, expectedLevels])).toEqual([['Pruning', [2, 3]], ['Watering', [1, null]]]);
    await expect(readVersionSkill(scene.context, scene.second, 'weeding')).rejects.toMatchObject({ status: 404 });
  });

  it('name what the organisation added to the release, and nothing else', async () => {
    const contents = await readVersionContents(scene.context, scene.own);
    expect(contents.skills.filter(({ isOwn }) => isOwn).map(({ name }) => name)).toEqual(['Bees']);
    expect(contents.roles.filter(({ isOwn }) => isOwn)).toEqual([]);
    expect((await readVersionContents(scene.context, scene.second)).skills.some(({ isOwn }) => isOwn)).toBe(false);
    const pruning = await readVersionSkill(scene.context, scene.own, 'pruning');
    expect([pruning.isOwn, pruning.levels.map(({ ownStatements }) => ownStatements)]).toEqual([false, [[], ['Prune our roses.'], [], []]]);
    expect((await readVersionSkill(scene.context, scene.own, 'bees')).isOwn).toBe(true);
    const role = await readVersionRole(scene.context, scene.own, 'gardener');
    expect(role.roleLevels.filter(({ id }) => role.ownRoleLevels.includes(id)).map(({ name }) => name)).toEqual(['Chief gardener']);
    expect([role.isOwn, role.ownExpectations]).toEqual([false, ['Watering']]);
  });

  it('stay readable after they are taken back, and say so', async () => {
    const { context, first, own } = await makeScene();
    await context.db.transaction((tx) => tx.update(frameworkVersion).set({ withdrawnAt: context.now }).where(eq(frameworkVersion.id, first)));
    expect((await readVersionContents(context, first)).version.withdrawnAt).toEqual(context.now);
    expect((await readVersionContents(context, own)).version.withdrawnAt).toBeNull();
    // Nothing that stands has it any more.
    await expect(readSkill(context, 'weeding')).rejects.toMatchObject({ status: 404 });
  });

  it('are for everybody in the organisation, and for nobody else', async () => {
    for (const accessRole of accessRoles) {
      const viewer = await contextAs(database, { accessRole, organisationId: scene.context.db.organisationId });
      expect(await readVersions(viewer), accessRole).toHaveLength(1);
      expect((await readVersionContents(viewer, scene.first)).skills).toHaveLength(3);
      expect((await readVersionRole(viewer, scene.first, 'gardener')).name).toBe('Gardener');
      expect((await readVersionSkill(viewer, scene.first, 'weeding')).name).toBe('Weeding');
    }
    const stranger = await makeScene();
    const ids = { other: scene.first, own: stranger.first };
    await expectSame404(ids, (id) => readVersionContents(stranger.context, id));
    await expectSame404(ids, (id) => readVersionRole(stranger.context, id, 'gardener'));
    await expectSame404(ids, (id) => readVersionSkill(stranger.context, id, 'pruning'));
  });
});

describe('the page of a skill or role', () => {
  it('that the adopted version has no more shows it as it stood last, since when it is gone and what took its place', async () => {
    const weeding = await readSkill(scene.context, 'weeding');
    expect(weeding).toMatchObject({ name: 'Weeding', version: { label: 'Spring' }, gone: { since: 'Summer', successors: [{ key: 'pruning', name: 'Pruning' }] } });
    expect(weeding.levels[0]?.statements).toEqual(['Do Weeding at step 1.']);
    expect((await readSkill(scene.context, 'weeding', 'gardens')).gone).not.toBeNull();
    await expect(readSkill(scene.context, 'weeding', 'gdad')).rejects.toMatchObject({ status: 404 });
    await expect(readSkill(scene.context, 'no-such-skill')).rejects.toMatchObject({ status: 404 });
  });

  it('of a role that is gone does the same', async () => {
    const { context } = await makeScene();
    await publishVersion({ ...context, now: new Date(context.now.getTime() + 5 * 86_400_000) }, { ...gardens, label: 'Autumn', facts: frameworkFacts() });
    expect(await readRole(context, 'beekeeper')).toMatchObject({ name: 'Beekeeper', version: { label: 'Summer with ours' }, gone: { since: 'Autumn' } });
  });

  it('tells former names with the version that ended them', async () => {
    const pruning = await readSkill(scene.context, 'pruning');
    expect(pruning).toMatchObject({ formerNames: [{ name: 'Cutting back', until: 'Summer' }], gone: null, version: { label: 'Summer with ours' } });
    expect((await readRole(scene.context, 'gardener')).formerNames).toEqual([]);
  });
});
