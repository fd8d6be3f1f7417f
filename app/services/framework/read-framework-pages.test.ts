import { beforeAll, describe, expect, it } from 'vitest';
import { accessRoles } from '#app/domain/access/access-role.ts';
import type { Context } from '#app/platform/context.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { frameworkFiles } from '#tests/helpers/framework-files.ts';
import { adoptBundledFramework } from '#app/services/framework/import/adopt-bundled-framework.server.ts';
import { importFramework } from '#app/services/framework/import/import-framework.server.ts';
import { readCatalogue } from './read-catalogue.server.ts';
import { readRole } from './read-role.server.ts';
import { readSharedSkills } from './read-shared-skills.server.ts';
import { readSkill } from './read-skill.server.ts';

const database = useTestDatabase();
let context: Context;
let stranger: Context;

beforeAll(async () => {
  const organisationId = await addOrganisation(database);
  context = await contextAs(database, { accessRole: 'administrator', organisationId });
  await adoptBundledFramework(context);
  await importFramework(context, frameworkFiles('lighthouse-manager.md'));
  stranger = await contextAs(database, { accessRole: 'administrator', organisationId: await addOrganisation(database) });
});

describe('a framework that an address cannot name', () => {
  it.each(['\0', 'x\0y', "' or true --", 'x'.repeat(121)])('is not there: %j', async (frameworkKey) => {
    await expect(readRole(context, 'incident-manager', frameworkKey)).rejects.toMatchObject({ status: 404 });
    await expect(readSkill(context, 'availability-management', frameworkKey)).rejects.toMatchObject({ status: 404 });
    await expect(readSharedSkills(context, null, frameworkKey)).rejects.toMatchObject({ status: 404 });
  });
});

describe('the catalogue', () => {
  it('names every adopted framework, the official one first, with all of its roles and skills', async () => {
    const catalogue = await readCatalogue(context, '');
    expect(catalogue.map(({ frameworkName, label, roles, skills }) => [frameworkName, label, roles.length, skills.length])).toEqual([
      ['Government Digital and Data', 'September 2025', 52, 188],
      ['Lighthouse manager person specification', 'Imported 2026-06-01', 1, 3],
    ]);
    const manager = catalogue[0]?.roles.find(({ name }) => name === 'IT service manager');
    expect(manager).toMatchObject({
      key: 'it-service-manager',
      familyName: 'IT operations',
      roleLevels: ['IT service analyst', 'IT service manager', 'Senior IT service manager', 'Head of IT service management'],
    });
  });

  it('finds roles by their own name or that of a role level, and skills, in any letter case', async () => {
    const [official, lighthouse] = await readCatalogue(context, 'MAJOR incident');
    expect(official?.roles.map(({ name }) => name)).toEqual(['Incident manager']);
    expect(official?.skills).toEqual([]);
    expect(lighthouse?.roles).toEqual([]);
    const [continuity] = await readCatalogue(context, 'continuity');
    expect(continuity?.skills.map(({ name }) => name)).toEqual(['Continuity management']);
  });

  it('is empty in an organisation that has adopted nothing', async () => {
    expect(await readCatalogue(stranger, '')).toEqual([]);
  });
});

describe('a role', () => {
  it('shows its role levels from the most junior, with grades and expected levels side by side', async () => {
    const role = await readRole(context, 'incident-manager');
    expect(role).toMatchObject({ name: 'Incident manager', familyName: 'IT operations' });
    expect(role.roleLevels.map(({ name, grades, isPlaceStated }) => [name, grades, isPlaceStated])).toEqual([
      ['Incident manager', ['EO', 'HEO'], true],
      ['Major incident manager', ['SEO', 'G7'], true],
    ]);
    expect(role.skills).toHaveLength(13);
    expect(role.skills.find(({ key }) => key === 'incident-management')?.expectedLevels).toEqual([2, 3]);
  });

  it('leaves a gap where a role level is not expected to hold a skill', async () => {
    const role = await readRole(context, 'it-service-manager');
    expect(role.skills.find(({ name }) => name === 'Service focus')?.expectedLevels.at(-1)).toBeNull();
  });

  it('says that the order is inferred where no source states it', async () => {
    const role = await readRole(context, 'data-architect');
    expect(role.roleLevels.map(({ isPlaceStated }) => isPlaceStated)).not.toContain(true);
  });

  it('of another framework is found too', async () => {
    const role = await readRole(context, 'lighthouse-manager');
    expect(role.version.frameworkKey).toBe('lighthouse-manager-person-specification');
    await expect(readRole(context, 'lighthouse-manager', 'gdad')).rejects.toMatchObject({ status: 404 });
  });
});

describe('a skill', () => {
  it('shows the statements of each level, whose wording it is, and what is undefined', async () => {
    const skill = await readSkill(context, 'continuity-management');
    expect(skill.isDescriptionOurs).toBe(true);
    expect(skill.levels.map(({ name, defined, wordingSource }) => [name, defined, wordingSource])).toEqual([
      ['Awareness', true, 'ours'],
      ['Working', true, 'ours'],
      ['Practitioner', false, null],
      ['Expert', false, null],
    ]);
    expect(skill.levels[0]?.statements.length).toBeGreaterThan(0);
  });

  it('names the role levels that are expected to hold it', async () => {
    const { expectedOf } = await readSkill(context, 'continuity-management');
    expect(new Set(expectedOf.map(({ roleName }) => roleName)).size).toBe(5);
    expect(expectedOf).toContainEqual({
      roleKey: 'incident-manager',
      roleName: 'Incident manager',
      roleLevelName: 'Incident manager',
      grades: ['EO', 'HEO'],
      expectedLevel: 1,
    });
  });

  it('whose levels nothing is known of says so', async () => {
    const catalogue = await readCatalogue(context, '');
    const views = await Promise.all((catalogue[0]?.skills ?? []).slice(0, 60).map(({ key }) => readSkill(context, key)));
    const unknown = views.filter(({ levels }) => levels.every(({ defined }) => defined === null));
    expect(unknown.length).toBeGreaterThan(0);
    expect(unknown.flatMap(({ expectedOf }) => expectedOf)).toEqual([]);
  });
});

describe('shared skills', () => {
  it('offer every role that expects a skill before one is chosen', async () => {
    const shared = await readSharedSkills(context, null);
    expect(shared?.roles).toHaveLength(48);
    expect(shared).toMatchObject({ chosen: null, others: [] });
  });

  it('name the roles that share most skills with the chosen one first, and the same skills from either side', async () => {
    const shared = await readSharedSkills(context, 'problem-manager');
    const counts = shared?.others.map(({ skills }) => skills.length) ?? [];
    expect(counts).toEqual(counts.toSorted((one, other) => other - one));
    const [first] = shared?.others ?? [];
    const back = await readSharedSkills(context, first?.role.key ?? '');
    expect(back?.others.find(({ role }) => role.key === 'problem-manager')?.skills).toEqual(first?.skills);
    expect(shared?.others.map(({ role }) => role.key)).not.toContain('problem-manager');
  });

  it('of nothing adopted are none', async () => {
    expect(await readSharedSkills(stranger, null)).toBeNull();
  });
});

describe('who may read the framework', () => {
  it('is everybody in the organisation', async () => {
    for (const accessRole of accessRoles) {
      const viewer = await contextAs(database, { accessRole, organisationId: context.db.organisationId });
      expect((await readCatalogue(viewer, '')).length, accessRole).toBe(2);
      expect((await readRole(viewer, 'incident-manager')).key).toBe('incident-manager');
      expect((await readSkill(viewer, 'testing')).key).toBe('testing');
      expect((await readSharedSkills(viewer, null))?.roles).toHaveLength(48);
    }
  });

  it('is nobody without a grant', async () => {
    const nobody = { ...context, viewer: { ...context.viewer, grants: [] } };
    await expect(readCatalogue(nobody, '')).rejects.toMatchObject({ status: 403 });
    await expect(readRole(nobody, 'incident-manager')).rejects.toMatchObject({ status: 403 });
    await expect(readSkill(nobody, 'testing')).rejects.toMatchObject({ status: 403 });
    await expect(readSharedSkills(nobody, null)).rejects.toMatchObject({ status: 403 });
  });

  it('finds nothing of another organisation: 404, as for a key that never was', async () => {
    for (const read of [readRole, readSkill, readSharedSkills]) {
      await expect(read(context, 'no-such-key')).rejects.toMatchObject({ status: 404 });
    }
    for (const read of [readRole, readSkill, readSharedSkills]) {
      for (const key of ['\u0000', '..', "' or true --", '']) await expect(read(context, key)).rejects.toMatchObject({ status: 404 });
    }
    await expect(readSharedSkills(context, null, 'no-such-framework')).rejects.toMatchObject({ status: 404 });
    await expect(readRole(stranger, 'incident-manager')).rejects.toMatchObject({ status: 404 });
    await expect(readSkill(stranger, 'testing')).rejects.toMatchObject({ status: 404 });
  });
});
