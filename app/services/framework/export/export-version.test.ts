import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessRoles } from '#app/domain/access/access-role.ts';
import { cleanText } from '#app/domain/framework/clean-text.ts';
import { applyOwnAdditions } from '#app/domain/framework/own/apply-own-additions.ts';
import type { OwnAddition } from '#app/domain/framework/own/own-addition.ts';
import type { Context } from '#app/platform/context.ts';
import { frameworkVersion } from '#db/schema/index.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { frameworkFiles } from '#tests/helpers/framework-files.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { adoptBundledFramework } from '#app/services/framework/import/adopt-bundled-framework.server.ts';
import { importFramework } from '#app/services/framework/import/import-framework.server.ts';
import { readAdoptedVersions } from '#app/services/framework/read-adopted-versions.server.ts';
import { readFrameworkFacts } from '#app/services/framework/read-framework-facts.server.ts';
import { settleFacts } from '#app/domain/framework/settle-facts.ts';
import { storeVersion } from '#app/services/framework/publish/store-version.server.ts';
import { exportRolesCsv } from './export-roles-csv.server.ts';
import { exportSkillsCsv } from './export-skills-csv.server.ts';

const database = useTestDatabase();
const official = new URL('../../../../../shared/framework/', import.meta.url);
const folder = existsSync(official) ? official : new URL('../../../../tests/fixtures/framework/', import.meta.url);
const file = (name: string) => ({ name, bytes: readFileSync(new URL(name, folder)) });
const rowsOf = (bytes: Uint8Array | string): string[][] => parse(Buffer.from(bytes), { bom: true });
/** Every row once, without the spaces and invisible characters that the import tells it took out. */
const cleaned = (rows: readonly string[][]) => [...new Set(rows.map((row) => JSON.stringify(row.map(cleanText))))].sort();

let context: Context;
let versionId: string;

beforeAll(async () => {
  context = await contextAs(database, { accessRole: 'administrator', organisationId: await addOrganisation(database) });
  // What the product comes with is of the official files, and must not change what they give back.
  if (folder === official) await adoptBundledFramework(context);
  await importFramework(context, [file('roles.csv'), file('skills.csv')]);
  versionId = await adoptedVersion();
});

async function adoptedVersion(of: Context = context): Promise<string> {
  const [adopted] = await readAdoptedVersions(of);
  return adopted?.versionId ?? '';
}

describe('exporting a version', () => {
  it('that was imported gives back the same rows of both files, cell by cell', async () => {
    for (const [name, download] of [['roles.csv', exportRolesCsv], ['skills.csv', exportSkillsCsv]] as const) {
      const [source, exported] = [rowsOf(file(name).bytes), rowsOf((await download(context, versionId)).text)];
      expect(exported[0], name).toEqual(source[0]);
      expect(cleaned(exported), name).toEqual(cleaned(source));
    }
  });

  it('quotes every line break within a cell, so that no line begins a row of its own and none a formula', async () => {
    for (const download of [exportRolesCsv, exportSkillsCsv]) {
      const { text } = await download(context, versionId);
      const outside = text.replace(/"(?:[^"]|"")*"/g, '');
      expect(text).toMatch(/[^\r]\n/);
      expect(outside).not.toMatch(/(?<!\r)\n|\r(?!\n)/);
    }
  });

  it('imported again changes nothing', async () => {
    const { fileName, text } = await exportRolesCsv(context, versionId);
    const skills = await exportSkillsCsv(context, versionId);
    const result = await importFramework(context, [fileNamed(fileName, text), fileNamed(skills.fileName, skills.text)]);
    expect(result).toMatchObject({ ok: true, frameworks: [{ isUnchanged: true, publishedLabel: null }] });
    expect(await adoptedVersion()).toBe(versionId);
  });

  it('is named by framework and version, in characters that every file system takes', async () => {
    expect((await exportRolesCsv(context, versionId)).fileName).toMatch(/^gdad-[a-z0-9-]+-roles\.csv$/);
    expect((await exportSkillsCsv(context, versionId)).fileName).toMatch(/^gdad-[a-z0-9-]+-skills\.csv$/);
  });

  it('with own additions exports them too, and what a spreadsheet would take for a formula comes back as it was', async () => {
    const role = '=HYPERLINK("x")';
    const additions: OwnAddition[] = [
      { id: '1', kind: 'skill', skill: { name: 'Bell ringing', description: '+ loud', levels: [{ ordinal: 1, defined: true, statements: ['- ring'], wordingSource: 'own', wordingDate: null }] } },
      { id: '2', kind: 'role', role: { familyName: null, name: role, description: null, roleLevels: [{ name: '@ringer', description: null, seniority: 1, grades: null, expectations: [{ skillName: 'Bell ringing', expectedLevel: 1 }] }] } },
    ];
    const small = await smallScene();
    const ownId = await small.context.db.transaction(async (tx) => {
      const base = await readFrameworkFacts(tx, small.context.db.organisationId, small.versionId);
      const facts = settleFacts(applyOwnAdditions(base, additions).facts);
      const [{ frameworkId } = { frameworkId: '' }] = await tx.select({ frameworkId: frameworkVersion.frameworkId }).from(frameworkVersion).where(and(eq(frameworkVersion.organisationId, small.context.db.organisationId), eq(frameworkVersion.id, small.versionId)));
      const stored = await storeVersion(tx, { organisationId: small.context.db.organisationId, now: small.context.now }, { frameworkId, label: 'With our own', facts, baseVersionId: small.versionId, ownAdditions: additions });
      return stored.versionId;
    });
    const [roles, skills] = [(await exportRolesCsv(small.context, ownId)).text, (await exportSkillsCsv(small.context, ownId)).text];
    const ours = rowsOf(roles).filter((row) => row.includes('Bell ringing'));
    expect(ours).toEqual([['NO ROLE FAMILY', `'${role}`, '', "'@ringer", '', 'Bell ringing', "'+ loud", 'Awareness', 'You can:\n- - ring', '']]);
    expect(rowsOf(skills).find(([name]) => name === 'Bell ringing')?.at(-1)).toBe(`'${role}`);
    expect(rowsOf(roles).length).toBe(rowsOf((await exportRolesCsv(small.context, small.versionId)).text).length + 1);

    const other = await contextAs(database, { accessRole: 'administrator', organisationId: await addOrganisation(database) });
    expect(await importFramework(other, [fileNamed('roles.csv', roles), fileNamed('skills.csv', skills)])).toMatchObject({ ok: true });
    const id = await adoptedVersion(other);
    const back = await other.db.transaction((tx) => readFrameworkFacts(tx, other.db.organisationId, id));
    expect(back.roles.find(({ name }) => name === role)).toMatchObject({ familyName: null, roleLevels: [{ name: '@ringer' }] });
    expect(back.skills.find(({ name }) => name === 'Bell ringing')).toMatchObject({ description: '+ loud' });
    expect((await exportRolesCsv(other, id)).text).toBe(roles);
  });

  it('is for everybody in the organisation, and for nobody else', async () => {
    const small = await smallScene();
    for (const accessRole of accessRoles) {
      const viewer = await contextAs(database, { accessRole, organisationId: small.context.db.organisationId });
      expect((await exportRolesCsv(viewer, small.versionId)).text.length, accessRole).toBeGreaterThan(100);
    }
    const stranger = await contextAs(database, { accessRole: 'administrator', organisationId: await addOrganisation(database) });
    await importFramework(stranger, frameworkFiles('roles.csv'));
    await expectSame404({ other: small.versionId, own: await adoptedVersion(stranger) }, (id) => exportRolesCsv(stranger, id));
    await expectSame404({ other: small.versionId, own: await adoptedVersion(stranger) }, (id) => exportSkillsCsv(stranger, id));
  });
});

async function smallScene() {
  const small = await contextAs(database, { accessRole: 'administrator', organisationId: await addOrganisation(database) });
  await importFramework(small, frameworkFiles('roles.csv', 'skills.csv'));
  return { context: small, versionId: await adoptedVersion(small) };
}

function fileNamed(name: string, text: string) {
  return { name, bytes: new TextEncoder().encode(text) };
}
