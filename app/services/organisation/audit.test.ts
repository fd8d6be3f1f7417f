import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AuditEntry, recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context } from '#app/platform/context.ts';
import { throttleLimits } from '#app/platform/throttle/throttle-limits.ts';
import { person } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { expectFailureWithoutAudit, readAudit as readRows } from '#tests/helpers/refused-audit.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';
import { eq } from 'drizzle-orm';
import type { AuditFilters } from './audit-filters.ts';
import { exportAudit } from './export-audit.server.ts';
import { readAudit } from './read-audit.server.ts';
import { verifyAudit } from './verify-audit.server.ts';

const database = useTestDatabase();
useTestRuntime(database);
let organisation: TestOrganisation;
let administrator: Context;
const most = 1_000;

const record = (entry: AuditEntry, { at = '2026-05-01T12:00:00Z', name = 'Test', userId = null as string | null } = {}) =>
  database
    .tenant(organisation.id)
    .transaction((tx) => recordAudit(tx, { viewer: { userId, name, organisationId: organisation.id }, now: new Date(at) }, entry));

const found = async (filters: AuditFilters) => (await readAudit(administrator, { filters, most })).lines.map(({ action, subjectId }) => `${action} ${subjectId}`);

beforeAll(async () => {
  organisation = await makeOrganisation(database);
  administrator = await organisation.as('administrator');
});

beforeEach(async () => {
  await database.ownerPool.query('delete from throttle');
});

describe('the audit', () => {
  it('is read newest first, fifty at a time, without a gap between the pages', async () => {
    const own = await makeOrganisation(database);
    const context = await own.as('administrator');
    for (let turn = 0; turn < 120; turn += 1) {
      await context.db.transaction((tx) => recordAudit(tx, context, { action: 'team.add', subjectKind: 'team', subjectId: `t-${turn}` }));
    }
    const positions: number[] = [];
    let before: number | undefined;
    do {
      const page = await readAudit(context, { filters: {}, before, most: 100 });
      expect(page.lines.length).toBeLessThanOrEqual(50);
      expect(page.total).toBeNull();
      positions.push(...page.lines.map(({ position }) => position));
      before = page.next ?? undefined;
    } while (before !== undefined);
    expect(positions).toEqual(Array.from({ length: 120 }, (_, turn) => 120 - turn));
    expect((await readAudit(context, { filters: {}, most: 120 })).total).toBe(120);
  });

  it('is narrowed by days of the United Kingdom, by who, by kind, and by the name or id of whom it is about', async () => {
    const { people, teams, users } = organisation;
    const actor = { name: 'Zora 100%_\\', userId: randomUUID() };
    await record({ action: 'person.edit', subjectKind: 'person', subjectId: people.ben }, { at: '2026-03-31T22:59:59.999Z' });
    await record({ action: 'person.edit', subjectKind: 'person', subjectId: people.ada }, { at: '2026-03-31T23:00:00Z' });
    await record({ action: 'team.edit', subjectKind: 'team', subjectId: teams.boats }, { at: '2026-04-01T22:59:59.999Z', ...actor });
    await record({ action: 'user.suspend', subjectKind: 'user', subjectId: users.head }, { at: '2026-04-01T23:00:00Z' });
    const april = { from: '2026-03-31', to: '2026-04-02' };
    expect(await found({ from: '2026-04-01', to: '2026-04-01' })).toEqual([`team.edit ${teams.boats}`, `person.edit ${people.ada}`]);
    expect(await found({ to: '2026-03-31' })).toEqual([`person.edit ${people.ben}`]);
    expect(await found({ ...april, who: '0%_' })).toEqual([`team.edit ${teams.boats}`]);
    expect(await found({ ...april, who: actor.userId })).toEqual([`team.edit ${teams.boats}`]);
    expect(await found({ ...april, group: 'users' })).toEqual([`user.suspend ${users.head}`]);
    expect(await found({ ...april, subject: 'BEN ' })).toEqual([`person.edit ${people.ben}`]);
    expect(await found({ ...april, subject: people.ada })).toEqual([`person.edit ${people.ada}`]);
    expect(await found({ ...april, subject: 'boats' })).toEqual([`team.edit ${teams.boats}`]);
    expect(await found({ ...april, subject: `head@${organisation.canary}` })).toEqual([`user.suspend ${users.head}`]);
    expect(await found({ subject: 'nobody of this name' })).toEqual([]);
  });

  it('calls things by the name they have, and by their id once they are gone', async () => {
    const own = await makeOrganisation(database, { people: { eve: { team: 'boats', roleLevel: 'crew' } } });
    const context = await own.as('administrator');
    const gone = randomUUID();
    const subjects = [
      ['person', own.people.eve!], ['team', own.teams.boats], ['user', own.users.head], ['organisation', own.id], ['person', gone], ['lamp', 'x'],
    ] as const;
    for (const [subjectKind, subjectId] of subjects) {
      await context.db.transaction((tx) => recordAudit(tx, context, { action: 'a.b', subjectKind: subjectKind as 'person', subjectId }));
    }
    const names = async () => (await readAudit(context, { filters: {}, most })).lines.map(({ subject }) => subject).reverse();
    const expected = [`eve ${own.canary}`, `the team Boats ${own.canary}`, `head ${own.canary}`, 'the organisation', `the person ${gone}`, 'lamp x'];
    expect(await names()).toEqual(expected);
    await database.ownerPool.query('delete from placement where person_id = $1', [own.people.eve]);
    await database.ownerPool.query('delete from current_assessment where person_id = $1', [own.people.eve]);
    await context.db.transaction((tx) => tx.delete(person).where(eq(person.id, own.people.eve!)));
    expect(await names()).toEqual([`the person ${own.people.eve}`, ...expected.slice(1)]);
  });

  it('is for administrators', async () => {
    for (const role of ['head-of-service', 'team-manager', 'moderator', 'team-member', 'analyst', 'api-read', 'api-write'] as const) {
      const context = await organisation.as(role);
      for (const work of [readAudit(context, { filters: {}, most }), exportAudit(context, {}), verifyAudit(context)]) {
        expect((await thrownResponse(work)).status, role).toBe(403);
      }
    }
    expect(await verifyAudit(administrator)).toMatchObject({ fault: null });
  });
});

describe('the audit as a file', () => {
  it('holds a row an event under a heading, and no cell that a spreadsheet takes for a formula', async () => {
    const own = await makeOrganisation(database);
    const context = await own.as('administrator', { name: '=HYPERLINK("https://evil.example","x")' });
    for (const subjectId of ['+1', '-1', '@x', '\tx', '\rx', 'a "b", c\nd', 'Keeper\n=1', 'Keeper\r=1']) {
      await context.db.transaction((tx) => recordAudit(tx, context, { action: '=1', subjectKind: 'team', subjectId }));
    }
    const { text, rows } = await exportAudit(context, {});
    expect(rows).toBe(8);
    expect(text.startsWith('\ufeffPosition,Time (UTC),Who,')).toBe(true);
    const read = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    expect(read.map((row) => row['Subject id'])).toEqual(['Keeper\r=1', 'Keeper\n=1', 'a "b", c\nd', "'\rx", "'\tx", "'@x", "'-1", "'+1"]);
    // No line but the first of a quoted cell begins a row anywhere.
    expect(text.replace(/"(?:[^"]|"")*"/g, '')).not.toMatch(/(?<!\r)\n|\r(?!\n)/);
    for (const row of read) {
      expect(row).toMatchObject({ Who: `'${context.viewer.name}`, Action: "'=1", 'Time (UTC)': '2026-06-01T09:00:00.000Z' });
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }
    const [last] = (await readRows(database, own.id)).slice(-1);
    expect(last).toMatchObject({ action: 'export.audit', subjectKind: 'audit', detail: { rows: 8, byName: false } });
  });

  it('holds what the filters leave, and does not say in the audit whom somebody searched for', async () => {
    const { text, rows } = await exportAudit(administrator, { subject: 'ada', from: '2026-01-01' });
    expect(rows).toBe(1);
    expect(text).toContain(organisation.people.ada);
    const [last] = (await readRows(database, organisation.id)).slice(-1);
    expect(last?.detail).toEqual({ rows: 1, from: '2026-01-01', byName: true });
  });

  it('is not made where the download cannot be recorded, and says when after too many', async () => {
    await expectFailureWithoutAudit(database, () => exportAudit(administrator, {}));
    for (let turn = 1; turn < throttleLimits.export.points; turn += 1) await exportAudit(administrator, { to: '2020-01-01' });
    const refusal = await thrownResponse(exportAudit(administrator, { to: '2020-01-01' }));
    expect(refusal.status).toBe(429);
    expect(Number(Object.fromEntries(refusal.headers)['retry-after'])).toBeGreaterThan(0);
    // Somebody else still may.
    expect((await exportAudit(await organisation.as('administrator'), { to: '2020-01-01' })).rows).toBe(0);
  });
});
