import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { OwnAdditionContent } from '#app/domain/framework/own/own-addition.ts';
import type { ReleaseChoice } from '#app/domain/framework/release/release-item.ts';
import type { Context } from '#app/platform/context.ts';
import { frameworkAdoption, frameworkOverlay, frameworkVersion, role, roleLevel, skill } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { type HarbourOrganisation, makeHarbour } from '#tests/helpers/harbour-organisation.ts';
import { readUploaded } from '#tests/helpers/read-uploaded.ts';
import { kiteInspectorGone, nightWatchMoved, releaseFiles, ropeWorkRenamed, type TextChange } from '#tests/helpers/release-files.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { decideRelease } from '#app/services/framework/release/decide-release.server.ts';
import { publishRelease } from '#app/services/framework/release/publish-release.server.ts';
import { withdrawRelease } from '#app/services/framework/release/withdraw-release.server.ts';
import { addOwnAddition } from './add-own-addition.server.ts';
import { publishOwnAdditions } from './publish-own-additions.server.ts';
import { readOwnAdditions, type OwnAdditionsView } from './read-own-additions.server.ts';

const database = useTestDatabase();
useTestRuntime(database);
const frameworkKey = 'gdad';
const keeper = 'Harbour keeper';
const associate = 'Associate harbour keeper';

const lanterns: OwnAdditionContent = {
  kind: 'skill',
  skill: { name: 'Lantern care', description: null, levels: [1, 2, 3, 4].map((ordinal) => ({ ordinal, defined: true, statements: [`Trim lantern ${ordinal}`], wordingSource: 'own' as const, wordingDate: null })) },
};
const mate: OwnAdditionContent = {
  kind: 'role',
  role: { familyName: null, name: 'Quay mate', description: null, roleLevels: [{ name: 'Quay mate', description: null, seniority: 1, grades: null, expectations: [{ skillName: 'Rope work', expectedLevel: 2 }, { skillName: 'Lantern care', expectedLevel: 1 }] }] },
};
const chief: OwnAdditionContent = {
  kind: 'role-level',
  roleName: 'Kite inspector',
  after: 'Kite inspector',
  roleLevel: { name: 'Chief kite inspector', description: null, seniority: null, grades: ['G7'], expectations: [{ skillName: 'Kite handling', expectedLevel: 4 }] },
};
const statements: OwnAdditionContent = { kind: 'statements', skillName: 'Rope work', ordinal: 1, statements: ['Splice a hawser of ours'] };
const grades: OwnAdditionContent = { kind: 'grades', roleName: keeper, roleLevelName: associate, grades: ['AO'], released: null };
const expectation = (skillName: string, expectedLevel: number): OwnAdditionContent => ({ kind: 'expectation', roleName: keeper, roleLevelName: associate, skillName, expectedLevel, released: null });

async function write(context: Context, contents: readonly OwnAdditionContent[]) {
  for (const content of contents) {
    const { revision } = await readOwnAdditions(context, frameworkKey);
    const outcome = await addOwnAddition(context, { frameworkKey, revision }, content);
    if (!outcome.ok) throw new Error(outcome.problem.message);
  }
}

async function publishOwn(context: Context) {
  const { revision } = await readOwnAdditions(context, frameworkKey);
  const outcome = await publishOwnAdditions(context, { frameworkKey, revision });
  if (!outcome.ok) throw new Error(outcome.problem.message);
}

/** Publishes a next release, answering every question of it by the kind of what it asks. */
async function publishNext(context: Context, changes: readonly TextChange[], answers: Partial<Record<string, ReleaseChoice>>): Promise<string> {
  const open = await readUploaded(context, releaseFiles(...changes));
  const decisions = Object.fromEntries((open.plan?.items ?? []).flatMap(({ key, kind, asks }) => (asks ? [[key, answers[kind] ?? 'accept']] : [])));
  const decided = await decideRelease(context, open.id, { revision: open.revision, decisions });
  if (!decided.ok) throw new Error(decided.problem.message);
  const published = await publishRelease(context, open.id, decided.value.revision);
  if (!published.ok) throw new Error(published.problem.message);
  return open.id;
}

const adoptedOf = ({ context, id }: HarbourOrganisation) =>
  context.db.transaction(async (tx) => {
    const [row] = await tx
      .select({ version: frameworkVersion })
      .from(frameworkAdoption)
      .innerJoin(frameworkVersion, eq(frameworkVersion.id, frameworkAdoption.versionId))
      .where(eq(frameworkAdoption.organisationId, id));
    return row!.version;
  });
const idsOf = ({ context, id }: HarbourOrganisation) =>
  context.db.transaction(async (tx) => ({
    skill: (await tx.select().from(skill).where(and(eq(skill.organisationId, id), eq(skill.name, 'Lantern care')))).map((row) => row.id),
    role: (await tx.select().from(role).where(and(eq(role.organisationId, id), eq(role.name, 'Quay mate')))).map((row) => row.id),
    roleLevel: (await tx.select().from(roleLevel).where(and(eq(roleLevel.organisationId, id), eq(roleLevel.name, 'Chief kite inspector')))).map((row) => row.id),
  }));
const roleOf = ({ facts }: OwnAdditionsView, name: string) => facts.roles.find((entry) => entry.name === name);
const expected = (view: OwnAdditionsView, roleName: string, levelName: string) =>
  Object.fromEntries(roleOf(view, roleName)?.roleLevels.find(({ name }) => name === levelName)?.expectations.map(({ skillName, expectedLevel }) => [skillName, expectedLevel]) ?? []);

describe('the next release', () => {
  it('keeps additions of every kind, as who they were, under the new names, and tells what it says otherwise now', async () => {
    const harbour = await makeHarbour(database);
    const { context } = harbour;
    await write(context, [lanterns, mate, chief, statements, grades, expectation('Night watch', 4), expectation('Lantern care', 2)]);
    await publishOwn(context);
    const [before, ids] = [await adoptedOf(harbour), await idsOf(harbour)];
    await publishNext(context, [...ropeWorkRenamed, nightWatchMoved], { renamed: 'accept' });
    const after = await adoptedOf(harbour);
    expect(after.id).not.toBe(before.id);
    expect(after.baseVersionId).not.toBe(before.baseVersionId);
    expect(after.ownAdditions?.map(({ id }) => id)).toEqual(before.ownAdditions?.map(({ id }) => id));
    expect(await idsOf(harbour)).toEqual(ids);
    const view = await readOwnAdditions(context, frameworkKey);
    expect(view.rows.map(({ state }) => state)).toEqual(Array.from({ length: 7 }, () => 'published'));
    expect(view.rows.flatMap(({ conflicts }) => conflicts)).toMatchObject([{ kind: 'released-otherwise', message: expect.stringMatching(/“Night watch”: from Awareness \(1\) to Working \(2\). Yours \(Expert \(4\)\) stands/) as string }]);
    expect(expected(view, keeper, associate)).toMatchObject({ 'Night watch': 4, 'Lantern care': 2 });
    expect(expected(view, 'Quay mate', 'Quay mate')).toEqual({ 'Line work': 2, 'Lantern care': 1 });
    expect(roleOf(view, 'Kite inspector')?.roleLevels.map(({ name }) => name).at(-1)).toBe('Chief kite inspector');
    expect(roleOf(view, keeper)?.roleLevels.find(({ name }) => name === associate)?.grades).toEqual(['AO']);
    const renamed = view.facts.skills.find(({ name }) => name === 'Line work');
    expect(renamed?.levels[0]?.statements.at(-1)).toBe('Splice a hawser of ours');
    expect(view.released.skills.find(({ name }) => name === 'Line work')?.levels[0]?.statements).not.toContain('Splice a hawser of ours');
  });

  it('leaves out a role level of ours whose role is gone, says so, and lays it again when the release is taken back', async () => {
    const harbour = await makeHarbour(database);
    const { context } = harbour;
    await write(context, [chief, lanterns]);
    await publishOwn(context);
    const before = await adoptedOf(harbour);
    const releaseId = await publishNext(context, [kiteInspectorGone], {});
    const view = await readOwnAdditions(context, frameworkKey);
    expect(view.rows.map(({ addition, conflicts }) => [addition.kind, conflicts.map(({ kind }) => kind)])).toEqual([['role-level', ['base-gone']], ['skill', []]]);
    expect(view.rows[0]?.conflicts[0]?.message).toMatch(/“Kite inspector” is not in the framework any more, so its role level “Chief kite inspector” is left out/);
    expect(roleOf(view, 'Kite inspector')).toBeUndefined();
    expect(view.facts.skills.some(({ name }) => name === 'Lantern care')).toBe(true);
    expect(await withdrawRelease(context, releaseId)).toMatchObject({ ok: true });
    expect((await adoptedOf(harbour)).id).toBe(before.id);
    expect((await readOwnAdditions(context, frameworkKey)).rows.flatMap(({ conflicts }) => conflicts)).toEqual([]);
  });

  it('makes what is kept of it an addition like any other', async () => {
    const harbour = await makeHarbour(database);
    const { context } = harbour;
    await publishNext(context, [kiteInspectorGone], { gone: 'keep', 'level-gone': 'keep' });
    const view = await readOwnAdditions(context, frameworkKey);
    expect(view.rows).toMatchObject([{ addition: { kind: 'role', role: { name: 'Kite inspector' } }, state: 'published', conflicts: [] }, ...view.rows.slice(1)]);
    expect(roleOf(view, 'Kite inspector')?.roleLevels.map(({ name }) => name)).toEqual(['Junior kite inspector', 'Kite inspector']);
    expect(view.released.roles.some(({ name }) => name === 'Kite inspector')).toBe(false);
    const overlay = await context.db.transaction((tx) => tx.select().from(frameworkOverlay));
    expect(overlay).toHaveLength(1);
  });

  it('keeps additions that wait for being published waiting, under the new names', async () => {
    const harbour = await makeHarbour(database);
    const { context } = harbour;
    await write(context, [statements]);
    await publishNext(context, [...ropeWorkRenamed], { renamed: 'accept' });
    expect((await adoptedOf(harbour)).baseVersionId).toBeNull();
    const view = await readOwnAdditions(context, frameworkKey);
    expect(view.rows).toMatchObject([{ addition: { skillName: 'Line work' }, state: 'waiting', conflicts: [] }]);
  });
});
