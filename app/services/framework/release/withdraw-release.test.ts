import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { OwnAddition } from '#app/domain/framework/own/own-addition.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { movePerson } from '#app/services/people/move-person.server.ts';
import { measureDrift } from '#db/current/measure-drift.ts';
import { assessment, frameworkAdoption, frameworkOverlay, frameworkVersion, skillContent } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { frameworkFiles } from '#tests/helpers/framework-files.ts';
import { type HarbourOrganisation, makeHarbour } from '#tests/helpers/harbour-organisation.ts';
import { readUploaded } from '#tests/helpers/read-uploaded.ts';
import { expectFailureWithoutAudit } from '#tests/helpers/refused-audit.ts';
import { kiteInspectorGone, nightWatchMoved, releaseFiles, ropeWorkRenamed, type TextChange } from '#tests/helpers/release-files.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { publishOwnAdditions } from '#app/services/framework/own/publish-own-additions.server.ts';
import { decideRelease } from './decide-release.server.ts';
import { publishRelease } from './publish-release.server.ts';
import { readReleaseEffects } from './read-release-effects.server.ts';
import { readRelease } from './read-release.server.ts';
import { readReleases } from './read-releases.server.ts';
import { withdrawRelease } from './withdraw-release.server.ts';

const database = useTestDatabase();
useTestRuntime(database);
const today = '2026-06-01';
const none = { currentAssessments: 0, teamSkillSummaries: 0 };

/** Publishes the next release with what is proposed, but for the choices given by kind; answers its id and version. */
async function publishNext({ context }: HarbourOrganisation, changes: readonly TextChange[], choices: Record<string, 'keep' | 'accept'> = {}) {
  const open = await readUploaded(context, releaseFiles(...changes));
  const asked = open.plan?.items.filter(({ asks }) => asks) ?? [];
  const decisions = Object.fromEntries(asked.map(({ key, kind, proposal }) => [key, choices[kind] ?? proposal]));
  const decided = await decideRelease(context, open.id, { revision: 0, decisions });
  const published = await publishRelease(context, open.id, decided.ok ? decided.value.revision : -1);
  if (!published.ok) throw new Error(published.problem.message);
  return { id: open.id, versionId: published.value.versionId };
}

async function adoptedVersion({ context, id }: HarbourOrganisation): Promise<string | undefined> {
  const [row] = await context.db.transaction((tx) => tx.select().from(frameworkAdoption).where(eq(frameworkAdoption.organisationId, id)));
  return row?.versionId;
}

const watch = ({ context, people, skillIds }: HarbourOrganisation, level: number) =>
  saveAssessment(context, people.asa, { entries: [{ skillId: skillIds['Night watch'] ?? '', source: 'agreed', level, note: null }] });

describe('taking a release back', () => {
  it('is refused from the first assessment under it on, and leaves everything as it is', async () => {
    const harbour = await makeHarbour(database);
    const { id } = await publishNext(harbour, [nightWatchMoved]);
    await watch(harbour, 2);
    const before = await tenantChecksum(database, harbour.id);
    expect(await readRelease(harbour.context, id)).toMatchObject({ withdrawal: { isPossible: false, reason: expect.stringContaining('assessed') } });
    expect(await withdrawRelease(harbour.context, id)).toMatchObject({ ok: false, problem: { message: expect.stringContaining('assessed') } });
    expect(await tenantChecksum(database, harbour.id)).toEqual(before);
  });

  it('and an assessment saved at the same time never leave one under a version that was taken back', async () => {
    const harbour = await makeHarbour(database);
    for (let round = 0; round < 8; round += 1) {
      const { id, versionId } = await publishNext(harbour, [[...nightWatchMoved.slice(0, 2), String(nightWatchMoved[2]).replace('night shift', `night shift no ${round}`)] as unknown as TextChange]);
      const withdrawal = () => withdrawRelease(harbour.context, id);
      const saving = () => watch(harbour, 1 + (round % 3));
      const first = round % 2 === 0 ? [withdrawal(), saving()] : [saving(), withdrawal()];
      const [one, other] = await Promise.all(first);
      const withdrawn = (round % 2 === 0 ? one : other)?.ok === true;
      const [newest] = (await harbour.context.db.transaction((tx) => tx.select().from(assessment).where(eq(assessment.organisationId, harbour.id)).orderBy(assessment.sequence))).slice(-1);
      expect(newest?.frameworkVersionId === versionId).toBe(!withdrawn);
      expect((await adoptedVersion(harbour)) === versionId).toBe(!withdrawn);
      expect(await measureDrift(harbour.context.db, today)).toEqual(none);
    }
  });

  it('waits for an assessment that is on its way, and is then refused', async () => {
    const harbour = await makeHarbour(database);
    const { id } = await publishNext(harbour, [nightWatchMoved]);
    // Whoever holds the person keeps the assessment waiting in the midst of its transaction.
    const client = await database.ownerPool.connect();
    await client.query('begin');
    await client.query('select 1 from person where id = $1 for update', [harbour.people.asa]);
    const saving = watch(harbour, 2);
    await expect.poll(async () => (await database.ownerPool.query(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).rowCount).toBe(1);
    const withdrawing = withdrawRelease(harbour.context, id);
    await expect.poll(async () => (await database.ownerPool.query(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).rowCount).toBe(2);
    await client.query('commit');
    client.release();
    expect((await saving).ok).toBe(true);
    expect(await withdrawing).toMatchObject({ ok: false, problem: { message: expect.stringContaining('assessed') } });
  });

  it('is refused where somebody stands in a role level that only it has', async () => {
    const harbour = await makeHarbour(database);
    const { context, people, teamId, roleLevelIds } = harbour;
    const renamedLevel: TextChange = ['roles.csv', /Junior kite inspector,Helps to test\.,Kite handling/, 'Deputy harbour bell ringer,Rings.,Kite handling'];
    const { id } = await publishNext(harbour, [renamedLevel]);
    const { rows } = await database.ownerPool.query<{ id: string }>(`select id from role_level where organisation_id = $1 and name = 'Deputy harbour bell ringer'`, [harbour.id]);
    const from = { fromTeamId: teamId, fromRoleLevelId: roleLevelIds['Kite inspector: Kite inspector'] ?? '' };
    const moved = await movePerson(context, people.bo, { teamId, roleLevelId: rows[0]?.id ?? '', movesOn: today, ...from });
    expect(moved.ok).toBe(true);
    expect(await withdrawRelease(context, id)).toMatchObject({ ok: false, problem: { message: expect.stringContaining('Move them first') } });
  });

  it('of a first import leaves no version adopted, unless somebody stands in it', async () => {
    const harbour = await makeHarbour(database);
    const [first] = await readReleases(harbour.context);
    expect(await withdrawRelease(harbour.context, first?.id ?? '')).toMatchObject({ ok: false });
    const lighthouse = await readUploaded(harbour.context, frameworkFiles('lighthouse-manager.md'));
    const published = await publishRelease(harbour.context, lighthouse.id, 0);
    expect(published).toMatchObject({ ok: true, value: { isNew: true } });
    expect(await withdrawRelease(harbour.context, lighthouse.id)).toMatchObject({ ok: true });
    const adopted = await harbour.context.db.transaction((tx) => tx.select().from(frameworkAdoption).where(eq(frameworkAdoption.organisationId, harbour.id)));
    expect(adopted).toHaveLength(1);
    const versions = await harbour.context.db.transaction((tx) => tx.select().from(frameworkVersion).where(eq(frameworkVersion.organisationId, harbour.id)));
    expect(versions.filter(({ withdrawnAt }) => withdrawnAt !== null).map(({ id }) => id)).toEqual([published.ok ? published.value.versionId : '']);
  });

  it('does not happen where it cannot be recorded', async () => {
    const harbour = await makeHarbour(database);
    const { id } = await publishNext(harbour, [nightWatchMoved]);
    const before = await tenantChecksum(database, harbour.id);
    await expectFailureWithoutAudit(database, () => withdrawRelease(harbour.context, id));
    expect(await tenantChecksum(database, harbour.id)).toEqual(before);
  });
});

describe('additions of the organisation', () => {
  const ropes: OwnAddition = { id: 'own-ropes', kind: 'statements', skillName: 'Rope work', ordinal: 1, statements: ['coil a rope our way'] };
  const bells: OwnAddition = {
    id: 'own-bells',
    kind: 'skill',
    skill: { name: 'Bell ringing', description: null, levels: [{ ordinal: 1, defined: true, statements: ['ring a bell'], wordingSource: 'own', wordingDate: null }] },
  };

  async function withAdditions() {
    const harbour = await makeHarbour(database);
    const { context, id } = harbour;
    const [adoption] = await context.db.transaction((tx) => tx.select().from(frameworkAdoption).where(eq(frameworkAdoption.organisationId, id)));
    const frameworkId = adoption?.frameworkId ?? '';
    await context.db.transaction((tx) => tx.insert(frameworkOverlay).values({ organisationId: id, frameworkId, additions: [ropes, bells], revision: 1 }));
    const published = await publishOwnAdditions(context, { frameworkKey: 'gdad', revision: 1 });
    if (!published.ok) throw new Error(published.problem.message);
    return { ...harbour, own: published.value.versionId };
  }
  const draft = async ({ context, id }: HarbourOrganisation) => {
    const [row] = await context.db.transaction((tx) => tx.select().from(frameworkOverlay).where(eq(frameworkOverlay.organisationId, id)));
    return row?.additions;
  };
  const skillIdsOf = async (versionId: string) => {
    const { rows } = await database.ownerPool.query<{ name: string; id: string }>('select name, skill_id as id from skill_content where version_id = $1', [versionId]);
    return Object.fromEntries(rows.map(({ name, id }) => [name, id]));
  };

  it('are laid over the next release under the new names, and are back when it is taken back', async () => {
    const harbour = await withAdditions();
    const { context } = harbour;
    const before = await skillIdsOf(harbour.own);
    const { id, versionId } = await publishNext(harbour, [...ropeWorkRenamed, nightWatchMoved]);
    const [version] = await context.db.transaction((tx) => tx.select().from(frameworkVersion).where(eq(frameworkVersion.id, versionId)));
    const carried = [{ ...ropes, skillName: 'Line work' }, bells];
    expect(version).toMatchObject({ label: 'Imported 2026-06-01 (2) with own additions', baseVersionId: expect.any(String), ownAdditions: carried });
    expect(await draft(harbour)).toEqual(carried);
    const after = await skillIdsOf(versionId);
    expect(after).toEqual(Object.fromEntries(Object.entries(before).map(([name, skillId]) => [name === 'Rope work' ? 'Line work' : name, skillId])));
    const effects = await readReleaseEffects(context, id);
    expect(effects.before?.facts.skills.map(({ name }) => name)).toContain('Bell ringing');
    expect(effects.after.skills.find(({ name }) => name === 'Line work')?.levels[0]?.statements).toContain('coil a rope our way');
    expect(await measureDrift(context.db, today)).toEqual(none);
    expect(await withdrawRelease(context, id)).toMatchObject({ ok: true });
    expect(await draft(harbour)).toEqual([ropes, bells]);
    expect(await adoptedVersion(harbour)).toBe(harbour.own);
    expect(await measureDrift(context.db, today)).toEqual(none);
  });

  it('that are still being written are not published with a release', async () => {
    const harbour = await withAdditions();
    const planned: OwnAddition = { ...bells, id: 'own-later', skill: { ...(bells as Extract<OwnAddition, { kind: 'skill' }>).skill, name: 'Fog signalling' } } as OwnAddition;
    await harbour.context.db.transaction((tx) => tx.update(frameworkOverlay).set({ additions: [ropes, bells, planned], revision: 2 }).where(eq(frameworkOverlay.organisationId, harbour.id)));
    const { versionId } = await publishNext(harbour, [nightWatchMoved]);
    expect(Object.keys(await skillIdsOf(versionId))).not.toContain('Fog signalling');
    expect((await draft(harbour))?.map(({ id }) => id)).toEqual(['own-ropes', 'own-bells', 'own-later']);
  });

  it('take in what a release drops and somebody keeps: whoever stands in it stays, with the same expectations', async () => {
    const harbour = await makeHarbour(database);
    const expected = async () => (await database.ownerPool.query('select skill_id, expected_level from current_assessment where person_id = $1 and expected_level is not null order by 1', [harbour.people.bo])).rows;
    const before = await expected();
    const kept = await publishNext(harbour, [kiteInspectorGone], { gone: 'keep' });
    expect(await expected()).toEqual(before);
    expect((await draft(harbour))?.map(({ kind }) => kind)).toContain('role');
    expect(await withdrawRelease(harbour.context, kept.id)).toMatchObject({ ok: true });
    expect(await draft(harbour)).toEqual([]);
    await publishNext(harbour, [kiteInspectorGone], { gone: 'accept' });
    expect(await expected()).toEqual([]);
    expect(await measureDrift(harbour.context.db, today)).toEqual(none);
  });

  it('do not count the meaning up twice', async () => {
    const harbour = await withAdditions();
    const reworded: TextChange[] = (['skills.csv', 'roles.csv'] as const).flatMap((file): TextChange[] => [
      [file, '- tie the common knots', '- weld steel hulls under water'],
      [file, '- keep ropes dry and coiled', '- lead a team of divers'],
    ]);
    const open = await readUploaded(harbour.context, releaseFiles(...reworded));
    const item = open.plan?.items.find(({ choices }) => choices.includes('meaning'));
    await decideRelease(harbour.context, open.id, { revision: 0, decisions: { [item?.key ?? '']: 'meaning' } });
    expect((await publishRelease(harbour.context, open.id, 1)).ok).toBe(true);
    const rows = await harbour.context.db.transaction((tx) => tx.select({ revision: skillContent.meaningRevision }).from(skillContent).where(eq(skillContent.skillId, harbour.skillIds['Rope work'] ?? '')));
    expect(rows.map(({ revision }) => revision).sort()).toEqual([1, 1, 2, 2]);
  });
});
