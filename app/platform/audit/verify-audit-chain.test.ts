import pg from 'pg';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { auditText } from '#app/domain/access/audit-text.ts';
import { auditEvent } from '#db/schema/index.ts';
import { tenantDatabase } from '#db/tenant.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { readAudit } from '#tests/helpers/refused-audit.ts';
import { recordAudit } from './audit.server.ts';
import { hashSecret } from '#app/platform/secret/secret-hash.server.ts';
import { verifyAuditChain } from './verify-audit-chain.server.ts';

const database = useTestDatabase();
let id = '';

const viewer = (organisationId: string) => ({ userId: null, name: 'Zoë 🙂\u0301', organisationId });
const now = new Date('2026-06-01T09:00:00.120Z');

const write = (organisationId: string, count: number, db = database.tenant(organisationId)) =>
  db.transaction(async (tx) => {
    for (let turn = 0; turn < count; turn += 1) {
      const detail = { turn, text: '"é\\ \u2028', nested: { empty: {}, list: [1.5, null] } };
      await recordAudit(tx, { viewer: viewer(organisationId), now }, { action: 'team.add', subjectKind: 'team', subjectId: `team-${turn}`, detail });
    }
  });
const verify = (expected?: { position: number; hash: string }) => verifyAuditChain(database.tenant(id), expected);
const tamper = (text: string) => database.ownerPool.query(text.replaceAll('$id', `'${id}'`));

beforeEach(async () => {
  id = await addOrganisation(database);
  await write(id, 8);
});

describe('a chain', () => {
  it('that nobody has touched is whole, however long and whatever is in it', async () => {
    expect(await verify()).toMatchObject({ checked: 8, head: { position: 8 }, trimmed: { position: 0 }, fault: null });
    await write(id, 2_100);
    expect(await verify()).toMatchObject({ checked: 2_108, head: { position: 2_108 }, fault: null });
  });

  it('of an organisation that has recorded nothing is whole', async () => {
    id = await addOrganisation(database);
    expect(await verify()).toEqual({ checked: 0, head: { position: 0, hash: '' }, trimmed: { position: 0, hash: '' }, fault: null });
  });

  it('of another organisation is nothing to it', async () => {
    const other = await addOrganisation(database);
    await write(other, 3);
    await database.ownerPool.query(`update audit_event set action = 'x' where organisation_id = '${other}'`);
    expect((await verify()).fault).toBeNull();
  });

  it.each([
    ['id', 'gen_random_uuid()'],
    ['at', "at + interval '1 millisecond'"],
    ['at', "at + interval '1 microsecond'"],
    ['at', "'infinity'"],
    ['actor_user_id', 'gen_random_uuid()'],
    ['actor_name', "'Somebody else'"],
    ['action', "'team.edit'"],
    ['subject_kind', "'person'"],
    ['subject_id', "'team-9'"],
    ['detail', `'{"turn": 4}'`],
    ['detail', "(detail::text || ' ')::json"],
    ['previous_hash', "repeat('0', 64)"],
    ['hash', "repeat('0', 64)"],
    ['position', '50'],
  ])('of which a row has another %s (%s) is broken there', async (column, value) => {
    await tamper(`update audit_event set ${column} = ${value} where organisation_id = $id and position = 5`);
    const { checked, fault } = await verify();
    expect(checked).toBe(4);
    expect(fault?.position).toBe(5);
  });

  it('with a row taken out of the middle, from the start or from the end is broken there', async () => {
    await tamper('delete from audit_event where organisation_id = $id and position = 8');
    expect((await verify()).fault).toMatchObject({ position: 8, message: expect.stringMatching(/ends too early/) as unknown });
    await tamper('delete from audit_event where organisation_id = $id and position in (4, 5)');
    expect((await verify()).fault).toEqual({ position: 4, message: 'Rows 4 to 5 are missing.' });
    await tamper('delete from audit_event where organisation_id = $id and position = 1');
    expect((await verify()).fault).toEqual({ position: 1, message: 'Row 1 is missing.' });
    await tamper('delete from audit_event where organisation_id = $id');
    expect((await verify()).fault).toMatchObject({ position: 1, message: expect.stringMatching(/ends too early/) as unknown });
  });

  it('in which two rows have changed places is broken at the first of them', async () => {
    await tamper(`update audit_event set position = 100 where organisation_id = $id and position = 3`);
    await tamper(`update audit_event set position = 3 where organisation_id = $id and position = 6`);
    await tamper(`update audit_event set position = 6 where organisation_id = $id and position = 100`);
    expect((await verify()).fault?.position).toBe(3);
  });

  it.each([-3, 0, 9, 12])('into which a row was put at position %d is broken', async (position) => {
    await tamper(`insert into audit_event select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'position', ${position}))).*
      from audit_event e where organisation_id = $id and position = 8`);
    expect((await verify()).fault?.position).toBe(position <= 0 ? position : 9);
  });

  it('into which a row was put with all later rows moved on is broken at the row after it, though its own hash fits', async () => {
    const [, second] = await readAudit(database, id);
    await tamper('update audit_event set position = position + 1000 where organisation_id = $id and position > 2');
    await tamper('update audit_event set position = position - 999 where organisation_id = $id and position > 1000');
    const planted = { ...second!, id: randomUUID(), position: 3, previousHash: second!.hash };
    const text = auditText(second!.hash, { ...planted, at: planted.at.toISOString(), detail: JSON.stringify(planted.detail) });
    await database.tenant(id).transaction((tx) => tx.insert(auditEvent).values({ ...planted, hash: hashSecret(text) }));
    expect((await verify()).fault).toMatchObject({ position: 4 });
  });

  it('whose head names another row or hash, or is gone, is broken', async () => {
    await tamper(`update audit_head set hash = repeat('0', 64) where organisation_id = $id`);
    expect((await verify()).fault).toMatchObject({ position: 8, message: expect.stringMatching(/another hash/) as unknown });
    await tamper(`update audit_head set position = 6 where organisation_id = $id`);
    expect((await verify()).fault?.position).toBe(7);
    await tamper(`update audit_head set position = 9 where organisation_id = $id`);
    expect((await verify()).fault?.position).toBe(9);
    await tamper('delete from audit_head where organisation_id = $id');
    expect((await verify()).fault).toMatchObject({ message: 'The head of the chain is missing.' });
  });

  it('that retention has shortened is whole from there on, and broken where the place of the cut was moved', async () => {
    await tamper(`select set_config('app.organisation_id', $id, false)`);
    const later = new Date('2028-06-01T09:00:00Z');
    await database.tenant(id).transaction((tx) =>
      recordAudit(tx, { viewer: viewer(id), now: later }, { action: 'team.add', subjectKind: 'team', subjectId: 'late' }),
    );
    await database.tenant(id).transaction((tx) => tx.execute(`select trim_audit('2027-01-01')`));
    expect(await verify()).toMatchObject({ checked: 1, head: { position: 9 }, trimmed: { position: 8 }, fault: null });
    expect((await verify({ position: 3, hash: 'a'.repeat(64) })).fault?.message).toMatch(/cannot be compared/);
    await tamper('update audit_head set trimmed_position = 7 where organisation_id = $id');
    expect((await verify()).fault?.position).toBe(8);
  });

  it('that was rewritten from end to end is found by an end that was noted before', async () => {
    const { head } = await verify();
    const [, , , fourth] = await readAudit(database, id);
    for (const expected of [head, { position: 4, hash: fourth!.hash }]) expect((await verify(expected)).fault).toBeNull();
    await write(id, 2);
    expect((await verify(head)).fault).toBeNull();
    // All rows away, and as many written again.
    await tamper('delete from audit_event where organisation_id = $id');
    await tamper('delete from audit_head where organisation_id = $id');
    await write(id, 9);
    expect((await verify()).fault).toBeNull();
    expect((await verify(head)).fault).toMatchObject({ position: 8, message: expect.stringMatching(/rewritten/) as unknown });
    expect((await verify({ position: 10, hash: head.hash })).fault).toMatchObject({ position: 10, message: expect.stringMatching(/ends at 9/) as unknown });
  });
});

describe('writing a chain', () => {
  it('leaves no gap and no fork, with fifty at once over two pools', async () => {
    const second = new pg.Pool({ connectionString: database.appUrl, max: 5 });
    try {
      const pools = [database.pool, second];
      await Promise.all(Array.from({ length: 50 }, (_, turn) => write(id, 1 + (turn % 3), tenantDatabase(pools[turn % 2]!, id))));
    } finally {
      await second.end();
    }
    const written = 8 + Array.from({ length: 50 }, (_, turn) => 1 + (turn % 3)).reduce((sum, count) => sum + count, 0);
    expect(await verify()).toMatchObject({ checked: written, head: { position: written }, fault: null });
  });

  it('begins one chain where many begin at once', async () => {
    id = await addOrganisation(database);
    await Promise.all(Array.from({ length: 12 }, () => write(id, 1)));
    expect(await verify()).toMatchObject({ checked: 12, fault: null });
  });

  it('leaves no gap where a transaction is undone', async () => {
    const undone = database.tenant(id).transaction(async (tx) => {
      await recordAudit(tx, { viewer: viewer(id), now }, { action: 'team.add', subjectKind: 'team', subjectId: 'never' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await write(id, 1);
    expect(await verify()).toMatchObject({ checked: 9, head: { position: 9 }, fault: null });
  });

  it('is all that the role of the application may do: it changes, deletes and empties nothing', async () => {
    const attempts = [
      `update audit_event set action = 'x'`,
      'delete from audit_event',
      'truncate audit_event',
      'delete from audit_head',
      'truncate audit_head',
      `select trim_audit(now() + interval '1 year')`,
    ];
    for (const statement of attempts) {
      await expect(database.tenant(id).transaction((tx) => tx.execute(statement)), statement).rejects.toMatchObject({
        cause: { code: statement.startsWith('select') ? '22023' : '42501' },
      });
    }
    expect(await verify()).toMatchObject({ checked: 8, fault: null });
  });
});
