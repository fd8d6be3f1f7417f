import { describe, expect, it } from 'vitest';
import { noticeKinds } from '#app/domain/privacy/notice-kind.ts';
import { standardNotices } from '#app/domain/privacy/standard-notices.ts';
import { resolveViewer } from '#app/platform/resolve-viewer.server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { readAudit, expectFailureWithoutAudit } from '#tests/helpers/refused-audit.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { noticeInput } from './notice-input.ts';
import { readNotices } from './read-notices.server.ts';
import { readPublicNotice } from './read-public-notice.server.ts';
import { readSettings } from './read-settings.server.ts';
import { saveNotice } from './save-notice.server.ts';
import { saveSettings } from './save-settings.server.ts';
import { settingsInput } from './settings-input.ts';

const database = useTestDatabase();
useTestRuntime(database);
const input = { name: 'Coast agency', reviewPeriodDays: 400, secondFactorRequired: true, revision: 1 };

describe('the settings of an organisation', () => {
  it('are read with how many users have no second factor, changed, and recorded', async () => {
    const organisation = await makeOrganisation(database);
    const { id, users } = organisation;
    const administrator = await organisation.as('administrator');
    await database.ownerPool.query("insert into totp_credential values ($1, 'sealed', now(), null, null)", [users.manager]);
    expect(await readSettings(administrator)).toMatchObject({ revision: 1, reviewPeriodDays: 365, secondFactorRequired: false, users: 2, usersWithoutSecondFactor: 2 });
    await database.ownerPool.query('update totp_credential set confirmed_at = now() where user_id = $1', [users.manager]);
    await database.ownerPool.query("insert into passkey values ($1, $2, 'key', 0, '{}', 'Key', now(), null)", [`key-${id}`, users.head]);
    expect((await readSettings(administrator)).usersWithoutSecondFactor).toBe(0);
    expect(await saveSettings(administrator, input)).toEqual({ ok: true, value: null });
    expect(await readSettings(administrator)).toMatchObject({ name: 'Coast agency', reviewPeriodDays: 400, secondFactorRequired: true, revision: 2 });
    expect((await resolveViewer(database.tenant(id), users.head, administrator.now))?.secondFactorRequired).toBe(true);
    expect(await readAudit(database, id)).toMatchObject([
      { action: 'settings.save', subjectKind: 'organisation', subjectId: id, detail: { name: 'Coast agency', reviewPeriodDays: 400, secondFactorRequired: true } },
    ]);
  });

  it('wait for another deed that is being recorded, and never block it', async () => {
    const organisation = await makeOrganisation(database);
    const administrator = await organisation.as('administrator');
    await database.ownerPool.query('insert into audit_head (organisation_id) values ($1) on conflict do nothing', [organisation.id]);
    const other = await database.ownerPool.connect();
    try {
      await other.query('begin');
      await other.query('select 1 from audit_head where organisation_id = $1 for update', [organisation.id]);
      const saved = saveSettings(administrator, input);
      const waits = "select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
      await expect.poll(async () => (await database.ownerPool.query<{ waiting: number }>(waits)).rows[0]?.waiting).toBeGreaterThan(0);
      // What an audit row asks of the organisation that it is of.
      await other.query('select 1 from organisation where id = $1 for key share nowait', [organisation.id]);
      await other.query('commit');
      expect(await saved).toMatchObject({ ok: true });
    } finally {
      other.release();
    }
  });

  it('are not saved on an older state, without being recorded, or by anybody else', async () => {
    const organisation = await makeOrganisation(database);
    const administrator = await organisation.as('administrator');
    await saveSettings(administrator, input);
    const before = await tenantChecksum(database, organisation.id);
    expect(await saveSettings(administrator, { ...input, name: 'Late' })).toMatchObject({ problem: { field: null } });
    await expectFailureWithoutAudit(database, () => saveSettings(administrator, { ...input, revision: 2 }));
    for (const context of [await organisation.as('head-of-service'), await organisation.as('team-manager'), await organisation.as('api-write')]) {
      await expect(saveSettings(context, { ...input, revision: 2 })).rejects.toMatchObject({ status: 403 });
      await expect(readSettings(context)).rejects.toMatchObject({ status: 403 });
    }
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });

  it('do not shut out who saves them: not in on the organisation’s word alone, without a second factor', async () => {
    const organisation = await makeOrganisation(database);
    const own = await organisation.as('administrator');
    const bound = { publicId: '', method: 'single-sign-on', hasSecondFactor: false, isBound: true } as const;
    const as = (session: typeof own.viewer.session) => ({ ...own, viewer: { ...own.viewer, session } });
    const before = await tenantChecksum(database, organisation.id);
    expect(await saveSettings(as(bound), input)).toMatchObject({ ok: false, problem: { field: 'secondFactorRequired' } });
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
    expect((await saveSettings(as({ ...bound, hasSecondFactor: true }), input)).ok).toBe(true);
  });

  it('say at which field they cannot be', () => {
    const faults = (typed: Record<string, string>) => settingsInput.safeParse(typed).error?.issues.map(({ path }) => path[0]) ?? [];
    expect(faults({ name: 'Coast', reviewPeriodDays: '365' })).toEqual([]);
    expect(faults({ name: ' ', reviewPeriodDays: '29' })).toEqual(['name', 'reviewPeriodDays']);
    for (const days of ['', 'a year', '1.5', '1826', '-30']) expect(faults({ name: 'Coast', reviewPeriodDays: days }), days).toEqual(['reviewPeriodDays']);
  });
});

describe('the texts of an organisation', () => {
  it('are the standard ones, with what only it knows marked, until it writes its own, and are read by everybody', async () => {
    const organisation = await makeOrganisation(database);
    const administrator = await organisation.as('administrator', { name: 'Adi Admin' });
    const { notices, filled } = await readNotices(administrator);
    for (const kind of noticeKinds) expect(notices[kind]).toMatchObject({ body: standardNotices[kind], revision: 0, isStandard: true });
    expect(notices['privacy-notice'].gaps).toBeGreaterThan(1);
    expect(filled['privacy-notice']).toContain('People who have left: 730 days');
    expect(Object.values(filled).join()).not.toMatch(/\{[a-z ]+\}/);
    const body = 'We, {organisation}, keep this.';
    expect(await saveNotice(administrator, 'privacy-notice', { body, revision: 0 })).toEqual({ ok: true, value: null });
    const read = await readPublicNotice(organisation.canary, 'privacy-notice');
    expect(read.body).toBe(`We, Coast ${organisation.canary}, keep this.`);
    expect((await readNotices(administrator)).notices['privacy-notice']).toMatchObject({ revision: 1, isStandard: false, gaps: 0, updatedByName: 'Adi Admin' });
    expect((await readAudit(database, organisation.id)).at(-1)).toMatchObject({ action: 'notice.save', subjectKind: 'notice', subjectId: 'privacy-notice', detail: { isStandard: false } });
    expect((await saveNotice(administrator, 'privacy-notice', { body: standardNotices['privacy-notice'], revision: 1 })).ok).toBe(true);
    expect((await readNotices(administrator)).notices['privacy-notice']).toMatchObject({ revision: 2, isStandard: true });
  });

  it('are not saved on an older state, or by anybody else', async () => {
    const organisation = await makeOrganisation(database);
    const administrator = await organisation.as('administrator');
    await saveNotice(administrator, 'purpose', { body: 'First', revision: 0 });
    const before = await tenantChecksum(database, organisation.id);
    for (const revision of [0, 7]) expect(await saveNotice(administrator, 'purpose', { body: 'Late', revision })).toMatchObject({ problem: { field: null } });
    await expectFailureWithoutAudit(database, () => saveNotice(administrator, 'purpose', { body: 'Secret', revision: 1 }));
    for (const context of [await organisation.as('head-of-service'), await organisation.as('analyst')]) {
      await expect(saveNotice(context, 'purpose', { body: 'Mine', revision: 1 })).rejects.toMatchObject({ status: 403 });
      await expect(readNotices(context)).rejects.toMatchObject({ status: 403 });
    }
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });

  it('are of an organisation by its short name; any other is not there', async () => {
    await makeOrganisation(database);
    for (const slug of ['no-such-organisation', '', '../x', "' or true --", 'CANARY']) {
      await expect(readPublicNotice(slug, 'privacy-notice')).rejects.toMatchObject({ status: 404 });
    }
  });

  it('are a few lines to many pages long', () => {
    expect(noticeInput.safeParse({ body: '  ', revision: '0' }).success).toBe(false);
    expect(noticeInput.safeParse({ body: 'x'.repeat(20_001), revision: '0' }).success).toBe(false);
    expect(noticeInput.parse({ body: 'One\r\ntwo\r', revision: '0' })).toEqual({ body: 'One\ntwo', revision: 0 });
  });
});
