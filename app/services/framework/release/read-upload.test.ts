import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { inRequestScope } from '#app/platform/request-scope.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { frameworkRelease, frameworkReleaseFile } from '#db/schema/index.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { frameworkFiles, textFile } from '#tests/helpers/framework-files.ts';
import { readUploaded } from '#tests/helpers/read-uploaded.ts';
import { expectFailureWithoutAudit, readAudit } from '#tests/helpers/refused-audit.ts';
import { releaseFiles } from '#tests/helpers/release-files.ts';
import { rowCounts } from '#tests/helpers/row-counts.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { importLimits } from '#app/services/framework/import/import-limits.ts';
import { compareAgain } from './compare-again.server.ts';
import { publishRelease } from './publish-release.server.ts';
import { readReleases } from './read-releases.server.ts';
import { readRelease } from './read-release.server.ts';
import { readUpload } from './read-upload.server.ts';
import { releaseJob } from './release-job.server.ts';
import { startRelease } from './start-release.server.ts';

const database = useTestDatabase();
const clock = useTestRuntime(database);
const start = new Date('2026-06-01T09:00:00Z');
const seconds = (count: number) => new Date(start.getTime() + count * 1000);

async function administrator() {
  clock.now = start;
  return contextAs(database, { accessRole: 'administrator', organisationId: await addOrganisation(database) });
}

async function started(context: Awaited<ReturnType<typeof administrator>>, files = releaseFiles()) {
  const outcome = await startRelease(context, files);
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value.releaseIds[0] ?? '';
}

const runJob = () => releaseJob().run(new AbortController().signal);

describe('an upload', () => {
  it('keeps its files until it is read, after the answer, and tells how far the reading is', async () => {
    const context = await administrator();
    let work: (() => Promise<unknown>)[] = [];
    const id = await inRequestScope({ source: '', userAgent: '' }, (afterwards) => {
      work = afterwards;
      return started(context);
    });
    expect(await readRelease(context, id)).toMatchObject({ state: 'reading', waitingFiles: ['roles.csv', 'skills.csv'], progress: { stepsDone: 0, steps: 3 }, plan: null });
    expect(work).toHaveLength(1);
    await work[0]?.();
    expect(await readRelease(context, id)).toMatchObject({ state: 'open', waitingFiles: [], progress: { stepsDone: 3, steps: 3 }, plan: { undecided: [] } });
    expect((await readAudit(database, context.db.organisationId)).map(({ action, actorName }) => [action, actorName])).toEqual([
      ['framework.release.start', 'Test administrator'],
      ['framework.release.read', 'Reading of documents'],
    ]);
  });

  it('is read once by two who read it at the same time', async () => {
    const context = await administrator();
    const id = await started(context);
    expect((await Promise.all([readUpload(context.db, id), readUpload(context.db, id)])).sort()).toEqual([false, true]);
    expect(await readReleases(context)).toHaveLength(1);
    expect(await readUpload(context.db, id)).toBe(false);
  });

  it('of a process that was killed is taken over by another after a minute, and not before', async () => {
    const context = await administrator();
    const id = await started(context);
    await context.db.transaction((tx) => tx.update(frameworkRelease).set({ claimedAt: start, stepsDone: 1 }).where(eq(frameworkRelease.id, id)));
    clock.now = seconds(59);
    await runJob();
    expect(await readRelease(context, id)).toMatchObject({ state: 'reading', progress: { stepsDone: 1 } });
    clock.now = seconds(60);
    await runJob();
    expect(await readRelease(context, id)).toMatchObject({ state: 'open' });
  });

  it('is read by the job where nobody took it up', async () => {
    const [one, other] = [await administrator(), await administrator()];
    const ids = [await started(one), await started(other)];
    await runJob();
    expect([await readRelease(one, ids[0]!), await readRelease(other, ids[1]!)]).toMatchObject([{ state: 'open' }, { state: 'open' }]);
  });

  it('that cannot be read is refused, with what is wrong in every file, and its files are deleted', async () => {
    const context = await administrator();
    const bad = textFile('skills.csv', 'Skill Name,Awareness,Working,Practitioner,Expert\nRope work,a,b\n');
    const refused = await readUploaded(context, [...releaseFiles().slice(0, 1), bad, textFile('odd.csv', 'a,b\n1,2\n')]);
    expect(refused).toMatchObject({ state: 'refused', plan: null });
    expect(new Set(refused.refusals.map(({ file }) => file))).toEqual(new Set(['skills.csv', 'odd.csv']));
    expect(await context.db.transaction((tx) => tx.select().from(frameworkReleaseFile))).toEqual([]);
  });

  it('of change notes alone is refused, because they change nothing', async () => {
    const context = await administrator();
    const notes = textFile('change-notes.csv', 'Timestamp,Page,Change note\n2025-12-04T10:00:00Z,Rope work,Changed the wording.\n');
    expect(await readUploaded(context, [notes])).toMatchObject({ state: 'refused', refusals: [{ message: expect.stringContaining('Change notes alone') }] });
    const both = await readUploaded(context, [...releaseFiles(), notes]);
    expect(both).toMatchObject({ state: 'open' });
    expect(both.documents.map(({ kind }) => kind)).toContain('change-notes');
  });

  it('keeps what was noticed in its documents, also when it is compared again', async () => {
    const context = await administrator();
    const { id, plan } = await readUploaded(context, releaseFiles());
    expect(plan?.notices.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['duplicate-row', 'cleaned-name']));
    expect((await compareAgain(context, id)).ok).toBe(true);
    expect((await readRelease(context, id)).plan?.notices).toEqual(plan?.notices);
  });

  it('with characters that the database refuses in a name is kept without them', async () => {
    const context = await administrator();
    const [roles] = releaseFiles();
    const { documents } = await readUploaded(context, [{ name: '/tmp/\u001b[31mroles\u0000\ud800.csv', bytes: roles!.bytes }]);
    expect(documents.map(({ file }) => file)).toEqual(['[31mroles.csv']);
  });

  it.each([
    ['none', []],
    ['too many', Array.from({ length: importLimits.files + 1 }, (_, index) => textFile(`${index}.csv`, 'a'))],
    ['too large', [{ name: 'big.csv', bytes: new Uint8Array(importLimits.bytesPerFile + 1) }]],
  ])('of %s is refused at once and stores nothing', async (_, files) => {
    const context = await administrator();
    const before = await rowCounts(database);
    expect(await startRelease(context, files)).toMatchObject({ ok: false, problem: { field: 'files' } });
    expect(await rowCounts(database)).toEqual(before);
  });

  it('is called as it was named, or after the day', async () => {
    const context = await administrator();
    const { id } = await readUploaded(context, releaseFiles());
    expect((await readRelease(context, id)).label).toMatch(/^Imported \d{4}-/);
    const named = await startRelease(context, releaseFiles(), '  December 2025 ');
    expect((await readRelease(context, named.ok ? (named.value.releaseIds[0] ?? '') : '')).label).toBe('December 2025');
    const odd = await startRelease(context, releaseFiles(), 'Winter\u001b[31m\n=1');
    expect((await readRelease(context, odd.ok ? (odd.value.releaseIds[0] ?? '') : '')).label, 'commands print it, and tables hold it').toBe('Winter[31m =1');
    expect(await startRelease(context, releaseFiles(), 'Winter \u202eretniW')).toMatchObject({ ok: false, problem: { field: 'label' } });
    expect(await startRelease(context, releaseFiles(), 'a'.repeat(101))).toMatchObject({ ok: false, problem: { field: 'label' } });
  });

  it('is not kept where it cannot be recorded', async () => {
    const context = await administrator();
    const before = await rowCounts(database);
    await expectFailureWithoutAudit(database, () => startRelease(context, releaseFiles()));
    expect(await rowCounts(database)).toEqual(before);
  });
});

describe('a release that nobody decides', () => {
  it('is discarded after 90 days and not before; a published one stays, without its documents', async () => {
    const context = await administrator();
    const { id } = await readUploaded(context, releaseFiles());
    const other = await readUploaded(context, frameworkFiles('lighthouse-manager.md'));
    expect((await publishRelease(context, other.id, 0)).ok).toBe(true);
    clock.now = new Date('2026-08-30T09:00:00Z');
    await runJob();
    expect(await readRelease(context, id)).toMatchObject({ state: 'open' });
    clock.now = new Date('2026-08-31T09:00:00Z');
    await runJob();
    expect(await readRelease(context, id)).toMatchObject({ state: 'discarded', plan: null, documents: [] });
    const [discarded] = (await readAudit(database, context.db.organisationId)).slice(-1);
    expect(discarded).toMatchObject({ action: 'framework.release.discard', actorName: 'Retention', detail: { reason: 'retention' } });
    expect(await readReleases(context)).toMatchObject([{ id: other.id, state: 'published' }]);
    const [kept] = await context.db.transaction((tx) => tx.select().from(frameworkRelease).where(eq(frameworkRelease.id, other.id)));
    expect(kept).toMatchObject({ readings: null, changeNotes: null, plan: { items: [] } });
  });

  it('is left alone once the service is stopping', async () => {
    const context = await administrator();
    const id = await started(context);
    await releaseJob().run(AbortSignal.abort());
    expect(await readRelease(context, id)).toMatchObject({ state: 'reading' });
    await releaseJob().run(new AbortController().signal);
    expect(runtime().now()).toEqual(start);
  });
});
