import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { measureDrift } from '#db/current/measure-drift.ts';
import { assessment, currentAssessment, frameworkAdoption, frameworkAlias, frameworkRelease, frameworkReleaseFile, frameworkVersion, skill, skillContent } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { frameworkFiles } from '#tests/helpers/framework-files.ts';
import { type HarbourOrganisation, makeHarbour } from '#tests/helpers/harbour-organisation.ts';
import { readUploaded } from '#tests/helpers/read-uploaded.ts';
import { readAudit } from '#tests/helpers/refused-audit.ts';
import { nightWatchMoved, releaseFiles, ropeWorkRenamed } from '#tests/helpers/release-files.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { compareAgain } from './compare-again.server.ts';
import { decideRelease } from './decide-release.server.ts';
import { discardRelease } from './discard-release.server.ts';
import { publishRelease } from './publish-release.server.ts';
import { readReleaseEffects } from './read-release-effects.server.ts';
import { readRelease } from './read-release.server.ts';
import { readReleases } from './read-releases.server.ts';
import { withdrawRelease } from './withdraw-release.server.ts';

const database = useTestDatabase();
useTestRuntime(database);
const today = '2026-06-01';
const none = { currentAssessments: 0, teamSkillSummaries: 0 };
const next = () => releaseFiles(...ropeWorkRenamed, nightWatchMoved);

/** What the records of people say, by the id of the skill. */
async function records({ context, id }: HarbourOrganisation) {
  return context.db.transaction(async (tx) => ({
    recorded: await tx.select().from(assessment).where(eq(assessment.organisationId, id)).orderBy(assessment.sequence),
    cells: await tx.select().from(currentAssessment).where(eq(currentAssessment.organisationId, id)).orderBy(currentAssessment.personId, currentAssessment.skillId),
    skills: await tx.select({ id: skill.id, name: skill.name, key: skill.key }).from(skill).where(eq(skill.organisationId, id)).orderBy(skill.key),
  }));
}

describe('a release', () => {
  it('is read, decided, published and taken back, with the people staying who they are', async () => {
    const harbour = await makeHarbour(database);
    const { context, id: organisationId, skillIds, people } = harbour;
    const before = await records(harbour);
    const [adoption] = await context.db.transaction((tx) => tx.select().from(frameworkAdoption).where(eq(frameworkAdoption.organisationId, organisationId)));

    const open = await readUploaded(context, next());
    expect(open).toMatchObject({ state: 'open', frameworkKey: 'gdad', progress: { stepsDone: 3, steps: 3 }, isStale: false, withdrawal: { isPossible: false } });
    expect(open.documents.map(({ file, kind }) => [file, kind])).toEqual([
      ['roles.csv', 'roles-csv'],
      ['skills.csv', 'skills-csv'],
    ]);
    expect(await context.db.transaction((tx) => tx.select().from(frameworkReleaseFile))).toEqual([]);
    const renamed = open.plan?.items.find(({ kind }) => kind === 'renamed');
    expect(renamed).toMatchObject({ before: ['Rope work'], after: ['Line work'], asks: true });
    expect(open.plan?.undecided).toEqual([renamed?.key]);
    expect(await records(harbour)).toEqual(before);

    expect(await publishRelease(context, open.id, open.revision)).toMatchObject({ ok: false, problem: { message: expect.stringContaining('1 change asks') } });
    const decided = await decideRelease(context, open.id, { revision: open.revision, decisions: { [renamed?.key ?? '']: 'accept' } });
    expect(decided).toEqual({ ok: true, value: { revision: 1, undecided: 0 } });
    const effects = await readReleaseEffects(context, open.id);
    expect(effects.before?.ids.skills.get('rope work')).toBe(skillIds['Rope work']);
    expect(effects.after.skills.map(({ name }) => name)).toContain('Line work');

    const published = await publishRelease(context, open.id, 1);
    expect(published).toMatchObject({ ok: true, value: { isNew: true, frameworkKey: 'gdad' } });
    expect(await publishRelease(context, open.id, 1)).toEqual(published);
    expect(await measureDrift(context.db, today)).toEqual(none);
    const after = await records(harbour);
    expect(after.recorded).toEqual(before.recorded);
    expect(after.skills).toEqual(before.skills.map((row) => (row.id === skillIds['Rope work'] ? { ...row, name: 'Line work' } : row)));
    const moved = before.cells.map((cell) => (cell.personId === people.asa && cell.skillId === skillIds['Night watch'] ? { ...cell, expectedLevel: 2 } : cell));
    expect(after.cells).toEqual(moved);
    expect(await context.db.transaction((tx) => tx.select().from(frameworkAlias))).toMatchObject([{ part: 'skill', partId: skillIds['Rope work'], name: 'Rope work' }]);
    expect((await readReleaseEffects(context, open.id)).after.skills).toEqual(effects.after.skills);
    const listed = await readReleases(context);
    expect(listed).toHaveLength(2);
    expect(listed.find(({ id }) => id === open.id)).toMatchObject({ state: 'published', canBeWithdrawn: true, undecided: 0, counts: { renamed: 1, 'expectation-moved': 1 } });
    expect(listed.find(({ id }) => id !== open.id)).toMatchObject({ state: 'published', canBeWithdrawn: false, counts: {} });

    expect(await withdrawRelease(context, open.id)).toEqual({ ok: true, value: { frameworkKey: 'gdad' } });
    expect(await withdrawRelease(context, open.id)).toEqual({ ok: true, value: { frameworkKey: 'gdad' } });
    expect(await records(harbour)).toEqual(before);
    expect(await measureDrift(context.db, today)).toEqual(none);
    expect(await context.db.transaction((tx) => tx.select().from(frameworkAlias))).toEqual([]);
    const [again] = await context.db.transaction((tx) => tx.select().from(frameworkAdoption).where(eq(frameworkAdoption.organisationId, organisationId)));
    expect(again?.versionId).toBe(adoption?.versionId);
    expect(await readRelease(context, open.id)).toMatchObject({ state: 'withdrawn' });
    const deeds = (await readAudit(database, organisationId)).map(({ action }) => action).filter((action) => action.startsWith('framework.release'));
    expect(deeds).toEqual(['publish', 'start', 'read', 'decide', 'publish', 'withdraw'].map((deed) => `framework.release.${deed}`));
  });

  it('makes no version where it says nothing new, and tells so', async () => {
    const { context, id } = await makeHarbour(database);
    const open = await readUploaded(context, releaseFiles());
    expect(open.plan).toMatchObject({ items: [], undecided: [] });
    expect(await publishRelease(context, open.id, 0)).toMatchObject({ ok: true, value: { isNew: false, label: 'Imported 2026-06-01' } });
    expect(await context.db.transaction((tx) => tx.select().from(frameworkVersion).where(eq(frameworkVersion.organisationId, id)))).toHaveLength(1);
    expect(await readRelease(context, open.id)).toMatchObject({ state: 'published', isNew: false, withdrawal: { isPossible: false } });
  });

  it('is one for each framework that its documents are of', async () => {
    const { context } = await makeHarbour(database);
    const first = await readUploaded(context, [...next(), ...frameworkFiles('lighthouse-manager.md')]);
    const together = (await readReleases(context)).filter(({ uploadId }) => uploadId === first.uploadId);
    expect(together.map(({ frameworkKey, state }) => [frameworkKey, state]).sort()).toEqual([
      ['gdad', 'open'],
      ['lighthouse-manager-person-specification', 'open'],
    ]);
  });

  it('takes one skill for two where somebody says so: the old one keeps what was recorded', async () => {
    const harbour = await makeHarbour(database);
    const { context, id, skillIds } = harbour;
    const open = await readUploaded(context, next());
    const key = open.plan?.undecided[0] ?? '';
    await decideRelease(context, open.id, { revision: 0, decisions: { [key]: 'separate' } });
    const release = await readRelease(context, open.id);
    const rest = Object.fromEntries(release.plan?.undecided.map((item) => [item, 'accept' as const]) ?? []);
    expect((await decideRelease(context, open.id, { revision: release.revision, decisions: rest })).ok).toBe(true);
    expect((await publishRelease(context, open.id, release.revision + (Object.keys(rest).length > 0 ? 1 : 0))).ok).toBe(true);
    const skills = await context.db.transaction((tx) => tx.select({ id: skill.id, name: skill.name }).from(skill).where(eq(skill.organisationId, id)));
    expect(skills.filter(({ name }) => name === 'Rope work' || name === 'Line work')).toHaveLength(2);
    const [old] = await context.db.transaction((tx) =>
      tx.select().from(currentAssessment).where(and(eq(currentAssessment.organisationId, id), eq(currentAssessment.skillId, skillIds['Rope work'] ?? ''))),
    );
    expect(old).toMatchObject({ expectedLevel: null });
    expect(await measureDrift(context.db, today)).toEqual(none);
  });

  it('counts up what changed its meaning, and nothing else', async () => {
    const { context, id, skillIds } = await makeHarbour(database);
    const reworded = releaseFiles(
      ['skills.csv', '- tie the common knots', '- weld steel hulls under water'],
      ['skills.csv', '- keep ropes dry and coiled', '- lead a team of divers'],
      ['roles.csv', '- tie the common knots', '- weld steel hulls under water'],
      ['roles.csv', '- keep ropes dry and coiled', '- lead a team of divers'],
    );
    const open = await readUploaded(context, reworded);
    const item = open.plan?.items.find(({ choices }) => choices.includes('meaning'));
    expect(item).toMatchObject({ part: 'skill', after: ['Rope work'] });
    await decideRelease(context, open.id, { revision: 0, decisions: { [item?.key ?? '']: 'meaning' } });
    const published = await publishRelease(context, open.id, 1);
    const versionId = published.ok ? published.value.versionId : '';
    const revisions = await context.db.transaction((tx) =>
      tx
        .select({ id: skillContent.skillId, revision: skillContent.meaningRevision })
        .from(skillContent)
        .where(and(eq(skillContent.organisationId, id), eq(skillContent.versionId, versionId))),
    );
    expect(revisions.filter(({ revision }) => revision !== 1)).toEqual([{ id: skillIds['Rope work'], revision: 2 }]);
    const review = await context.db.transaction((tx) =>
      tx.select({ skillId: currentAssessment.skillId }).from(currentAssessment).where(and(eq(currentAssessment.organisationId, id), eq(currentAssessment.needsReview, true))),
    );
    expect(review).toEqual([{ skillId: skillIds['Rope work'] }, { skillId: skillIds['Rope work'] }]);
    expect(await measureDrift(context.db, today)).toEqual(none);
  });
});

describe('deciding about a release', () => {
  it('refuses an older revision, an unknown change and a choice that is not offered, and stores nothing of it', async () => {
    const { context } = await makeHarbour(database);
    const { id, plan } = await readUploaded(context, next());
    const key = plan?.undecided[0] ?? '';
    expect(await decideRelease(context, id, { revision: 7, decisions: { [key]: 'accept' } })).toMatchObject({ problem: { field: null } });
    expect(await decideRelease(context, id, { revision: 0, decisions: { [key]: 'accept', 'no|such|item': 'accept' } })).toMatchObject({ problem: { field: 'no|such|item' } });
    expect(await decideRelease(context, id, { revision: 0, decisions: { [key]: 'carry-all' } })).toMatchObject({ problem: { field: key } });
    expect(await readRelease(context, id)).toMatchObject({ revision: 0, decisions: {} });
    const both = await Promise.all((['accept', 'separate'] as const).map((choice) => decideRelease(context, id, { revision: 0, decisions: { [key]: choice } })));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it('can be taken back', async () => {
    const { context } = await makeHarbour(database);
    const { id, plan } = await readUploaded(context, next());
    const key = plan?.undecided[0] ?? '';
    await decideRelease(context, id, { revision: 0, decisions: { [key]: 'accept' } });
    expect(await decideRelease(context, id, { revision: 1, decisions: { [key]: null } })).toEqual({ ok: true, value: { revision: 2, undecided: 1 } });
    expect(await readRelease(context, id)).toMatchObject({ decisions: {}, plan: { undecided: [key] } });
  });
});

describe('two releases at once', () => {
  it('are compared again once one of them is published, and keep what was decided', async () => {
    const { context } = await makeHarbour(database);
    const [first, second] = [await readUploaded(context, next()), await readUploaded(context, releaseFiles(...ropeWorkRenamed))];
    const key = first.plan?.undecided[0] ?? '';
    for (const { id } of [first, second]) await decideRelease(context, id, { revision: 0, decisions: { [key]: 'accept' } });
    expect((await publishRelease(context, first.id, 1)).ok).toBe(true);
    expect(await readRelease(context, second.id)).toMatchObject({ isStale: true });
    expect(await publishRelease(context, second.id, 1)).toMatchObject({ ok: false, problem: { message: expect.stringContaining('compare it again') } });
    expect(await compareAgain(context, second.id)).toMatchObject({ ok: true, value: { undecided: 0 } });
    const compared = await readRelease(context, second.id);
    expect(compared).toMatchObject({ isStale: false, decisions: {} });
    expect(compared.plan?.items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['expectation-moved']));
    expect((await publishRelease(context, second.id, compared.revision)).ok).toBe(true);
    expect(await withdrawRelease(context, first.id)).toMatchObject({ ok: false, problem: { message: expect.stringContaining('Another release') } });
  });

  it('are one where two publish the same one at the same time', async () => {
    const { context, id } = await makeHarbour(database);
    const open = await readUploaded(context, releaseFiles(nightWatchMoved));
    const both = await Promise.all([1, 2].map(() => publishRelease(context, open.id, 0)));
    expect(both[0]).toMatchObject({ ok: true, value: { isNew: true } });
    expect(both[1]).toEqual(both[0]);
    expect(await context.db.transaction((tx) => tx.select().from(frameworkVersion).where(eq(frameworkVersion.organisationId, id)))).toHaveLength(2);
  });
});

describe('discarding a release', () => {
  it('deletes its documents and what was worked out of them, and closes it', async () => {
    const { context } = await makeHarbour(database);
    const { id, plan } = await readUploaded(context, next());
    expect(await discardRelease(context, id)).toMatchObject({ ok: true });
    expect(await discardRelease(context, id)).toMatchObject({ ok: true });
    const [row] = await context.db.transaction((tx) => tx.select().from(frameworkRelease).where(eq(frameworkRelease.id, id)));
    expect(row).toMatchObject({ state: 'discarded', plan: null, readings: null, changeNotes: null });
    const closed = { ok: false, problem: { message: expect.stringContaining('no longer open') } };
    expect(await publishRelease(context, id, 0)).toMatchObject(closed);
    expect(await compareAgain(context, id)).toMatchObject(closed);
    expect(await decideRelease(context, id, { revision: 0, decisions: { [plan?.undecided[0] ?? '']: 'accept' } })).toMatchObject(closed);
    expect(await withdrawRelease(context, id)).toMatchObject({ ok: false });
  });

  it('is refused for one that was published', async () => {
    const { context } = await makeHarbour(database);
    const [imported] = await readReleases(context);
    expect(await discardRelease(context, imported?.id ?? '')).toMatchObject({ ok: false });
  });
});
