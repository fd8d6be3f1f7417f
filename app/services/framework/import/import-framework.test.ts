import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { factsFingerprint } from '#app/domain/framework/facts-fingerprint.ts';
import type { Context } from '#app/platform/context.ts';
import { auditEvent, framework, frameworkVersion } from '#db/schema/index.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { frameworkFiles, textFile } from '#tests/helpers/framework-files.ts';
import { rowCounts } from '#tests/helpers/row-counts.ts';
import { adoptBundledFramework } from './adopt-bundled-framework.server.ts';
import { importFramework } from './import-framework.server.ts';
import type { ImportResult } from './import-result.ts';
import { previewImport } from './preview-import.server.ts';
import { readAdoptedVersion } from '#app/services/framework/read-adopted-version.server.ts';
import { readFrameworkFacts } from '#app/services/framework/read-framework-facts.server.ts';

const database = useTestDatabase();
const everything = ['roles.csv', 'skills.csv', 'harbour-keeper.txt', 'tide-analyst.txt'];

async function administrator() {
  return contextAs(database, { accessRole: 'administrator', organisationId: await addOrganisation(database) });
}

function accepted(result: ImportResult) {
  if (!result.ok) throw new Error(result.refusals.map(({ message }) => message).join('\n'));
  return result;
}

async function adoptedFacts(context: Context, key = 'gdad') {
  const { organisationId } = context.db;
  return context.db.transaction(async (tx) => {
    const adopted = await readAdoptedVersion(tx, organisationId, key);
    if (!adopted) throw new Error(`No version of ${key} is adopted.`);
    return readFrameworkFacts(tx, organisationId, adopted.versionId);
  });
}

describe('importing documents of the framework', () => {
  it('publishes what they say together, and says what they held', async () => {
    const context = await administrator();
    const result = accepted(await importFramework(context, frameworkFiles(...everything)));
    expect(result.files.map(({ name, kind }) => [name, kind])).toEqual([
      ['roles.csv', 'roles-csv'],
      ['skills.csv', 'skills-csv'],
      ['harbour-keeper.txt', 'role-page'],
      ['tide-analyst.txt', 'role-page'],
    ]);
    expect(result.frameworks).toMatchObject([
      {
        frameworkKey: 'gdad',
        adoptedLabel: null,
        publishedLabel: 'Imported 2026-06-01',
        isUnchanged: false,
        counts: { families: 2, roles: 4, roleLevels: 7, skills: 7, expectations: 23 },
      },
    ]);
    expect(result.frameworks[0]).toMatchObject({ items: [], undecided: [], releaseId: expect.any(String) });
    expect(result.notices.filter(({ kind }) => kind === 'wording-conflict').length).toBeGreaterThan(0);
  });

  it('records the publication and the files in the audit', async () => {
    const context = await administrator();
    await importFramework(context, frameworkFiles('skills.csv'));
    const events = await context.db.transaction((tx) => tx.select().from(auditEvent).orderBy(auditEvent.position));
    expect(events.map(({ action }) => action)).toEqual(['framework.release.publish', 'framework.import']);
    expect(events[1]?.detail).toMatchObject({ files: [{ name: 'skills.csv', kind: 'skills-csv' }] });
  });

  it('changes nothing when it is done again', async () => {
    const context = await administrator();
    const files = [...everything, 'lighthouse-manager.md'];
    await importFramework(context, frameworkFiles(...files));
    const before = await rowCounts(database);
    const again = accepted(await importFramework(context, frameworkFiles(...files.reverse())));
    expect(again.frameworks.map(({ isUnchanged, publishedLabel }) => [isUnchanged, publishedLabel])).toEqual([
      [true, null],
      [true, null],
    ]);
    expect(await rowCounts(database)).toEqual(before);
  });

  it('comes to the same facts one file after the other, in any order, as with all at once', async () => {
    const together = await administrator();
    await importFramework(together, frameworkFiles(...everything));
    for (const order of [everything, everything.toReversed()]) {
      const context = await administrator();
      for (const name of order) accepted(await importFramework(context, frameworkFiles(name)));
      expect((await adoptedFacts(context)).skills).toEqual((await adoptedFacts(together)).skills);
      const expected = async (of: Context) =>
        (await adoptedFacts(of)).roles.map(({ name, roleLevels }) => [
          name,
          roleLevels.map((level) => [level.name, level.grades, level.expectations]).sort(),
        ]);
      expect((await expected(context)).sort()).toEqual((await expected(together)).sort());
    }
  });

  it('expects the same of the role levels that pages and downloads share', async () => {
    const context = await administrator();
    await importFramework(context, frameworkFiles('roles.csv', 'skills.csv'));
    const result = accepted(await previewImport(context, frameworkFiles('harbour-keeper.txt', 'tide-analyst.txt')));
    const items = result.frameworks[0]?.items ?? [];
    expect(items.filter(({ kind }) => kind.startsWith('expectation-'))).toEqual([]);
    expect(items.filter(({ kind }) => kind === 'grades-changed').length).toBeGreaterThan(0);
    expect(items.filter(({ asks }) => asks)).toEqual([]);
  });

  it('says which expectation changes from what to what', async () => {
    const context = await administrator();
    await importFramework(context, frameworkFiles('roles.csv'));
    const text = new TextDecoder().decode(frameworkFiles('roles.csv')[0]?.bytes);
    const changed = text.replace('Learns the work.,Night watch,Watching the water after dark.,Awareness', 'Learns the work.,Night watch,Watching the water after dark.,Working');
    expect(changed).not.toBe(text);
    const result = accepted(await importFramework(context, [textFile('roles.csv', changed)]));
    expect(result.frameworks[0]?.items.filter(({ part }) => part === 'role-level')).toMatchObject([
      { kind: 'expectation-moved', roleName: 'Harbour keeper', after: ['Associate harbour keeper'], detail: { skillName: 'Night watch', levelBefore: 1, levelAfter: 2 } },
    ]);
    expect(result.frameworks[0]).toMatchObject({ adoptedLabel: 'Imported 2026-06-01', publishedLabel: 'Imported 2026-06-01 (2)' });
  });

  it('makes a job description a framework of its own beside the official one', async () => {
    const context = await administrator();
    await adoptBundledFramework(context);
    const result = accepted(await importFramework(context, frameworkFiles('lighthouse-manager.md')));
    expect(result.frameworks).toMatchObject([
      { frameworkKey: 'lighthouse-manager-person-specification', kind: 'job-description', counts: { roles: 1, roleLevels: 1, skills: 3, expectations: 3 } },
    ]);
    const facts = await adoptedFacts(context, 'lighthouse-manager-person-specification');
    expect(facts.scale.map(({ name }) => name)).toEqual(['Essential', 'Desirable']);
    const stored = await context.db.transaction((tx) => tx.select().from(framework).orderBy(framework.key));
    expect(stored.map(({ key, name }) => [key, name])).toEqual([
      ['gdad', 'Government Digital and Data'],
      ['lighthouse-manager-person-specification', 'Lighthouse manager person specification'],
    ]);
  });

  it('publishes once when the same files come twice at once', async () => {
    const context = await administrator();
    const both = await Promise.all([1, 2].map(() => importFramework(context, frameworkFiles(...everything))));
    const labels = both.map((result) => accepted(result).frameworks[0]?.publishedLabel ?? null);
    expect(labels.toSorted()).toEqual(['Imported 2026-06-01', null]);
    expect(await context.db.transaction((tx) => tx.select().from(frameworkVersion))).toHaveLength(1);
  });

  it('finds nothing new in a version that was stored when a fingerprint said less', async () => {
    const context = await administrator();
    accepted(await importFramework(context, frameworkFiles(...everything)));
    await database.ownerPool.query("update framework_version set fingerprint = 'of before' where organisation_id = $1", [context.db.organisationId]);
    expect(accepted(await previewImport(context, frameworkFiles(...everything))).frameworks).toMatchObject([{ isUnchanged: true }]);
    expect(accepted(await importFramework(context, frameworkFiles(...everything))).frameworks).toMatchObject([{ publishedLabel: null }]);
    expect(await context.db.transaction((tx) => tx.select().from(frameworkVersion))).toHaveLength(1);
  });

  it('leaves every other organisation as it was', async () => {
    const [context, other] = [await administrator(), await administrator()];
    await importFramework(other, frameworkFiles('roles.csv'));
    const before = factsFingerprint(await adoptedFacts(other));
    await importFramework(context, frameworkFiles('skills.csv', 'harbour-keeper.txt'));
    expect(factsFingerprint(await adoptedFacts(other))).toBe(before);
    const versions = await other.db.transaction((tx) => tx.select().from(frameworkVersion));
    expect(versions).toHaveLength(1);
  });

  it('is for those who may import, dry or not', async () => {
    const organisationId = await addOrganisation(database);
    const before = await rowCounts(database);
    for (const accessRole of ['team-manager', 'team-member', 'analyst', 'api-read', 'api-write'] as const) {
      const context = await contextAs(database, { accessRole, organisationId });
      await expect(importFramework(context, frameworkFiles('roles.csv'))).rejects.toMatchObject({ status: 403 });
      await expect(previewImport(context, frameworkFiles('roles.csv'))).rejects.toMatchObject({ status: 403 });
    }
    expect(await rowCounts(database)).toEqual(before);
  });
});

describe('a preview', () => {
  it('finds what the import then does, and writes nothing', async () => {
    const context = await administrator();
    await adoptBundledFramework(context);
    const before = await rowCounts(database);
    const preview = accepted(await previewImport(context, frameworkFiles(...everything, 'lighthouse-manager.md')));
    expect(await rowCounts(database)).toEqual(before);
    const done = accepted(await importFramework(context, frameworkFiles(...everything, 'lighthouse-manager.md')));
    const unstored = (result: typeof done) => result.frameworks.map((entry) => ({ ...entry, publishedLabel: null, releaseId: null }));
    expect(unstored(done)).toEqual(unstored(preview));
    expect(done.notices).toEqual(preview.notices);
  });
});

describe('the bundled catalogue', () => {
  it('gives way to imported wording and keeps its expectations', async () => {
    const context = await administrator();
    await adoptBundledFramework(context);
    const row = 'Problem management,What it is.,"You can:\n- log it","You can:\n- trace it","You can:\n- end it","You can:\n- foresee it"';
    const result = accepted(await importFramework(context, [textFile('skills.csv', `Skill Name,Skill Description,Awareness,Working,Practitioner,Expert\n${row}\n`)]));
    expect(result.frameworks[0]).toMatchObject({ adoptedLabel: 'September 2025', counts: { skills: 188, expectations: 1781 } });
    expect(result.frameworks[0]?.items).toMatchObject([{ kind: 'wording', part: 'skill', after: ['Problem management'], asks: false }]);
    const skill = (await adoptedFacts(context)).skills.find(({ name }) => name === 'Problem management');
    expect(skill?.levels[1]?.statements).toEqual(['trace it']);
    const versions = await context.db.transaction((tx) => tx.select().from(frameworkVersion).where(eq(frameworkVersion.organisationId, context.db.organisationId)));
    expect(versions).toHaveLength(2);
  });
});
