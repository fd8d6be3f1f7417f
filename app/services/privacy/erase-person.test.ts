import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { measureDrift } from '#db/current/measure-drift.ts';
import { rebuildCurrent } from '#db/current/rebuild-current.ts';
import { readAudit, expectFailureWithoutAudit } from '#tests/helpers/refused-audit.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { fillPerson } from '#tests/privacy/filled-person.ts';
import { erasePerson } from './erase-person.server.ts';
import { readErasure } from './read-erasure.server.ts';

const database = useTestDatabase();
const today = '2026-06-01';
const none = { currentAssessments: 0, teamSkillSummaries: 0 };
const input = { reason: 'asked' as const, typedName: '', isEarly: true, removesUser: true };

/** Every text of an organisation, and of the tables that belong to none, in which these words stand. */
async function placesOf(organisationId: string, words: readonly string[]): Promise<string[]> {
  const { rows: columns } = await database.ownerPool.query<{ table: string; column: string }>(`
    select c.table_name as table, c.column_name as column from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'json', 'jsonb', 'ARRAY', 'character varying')`);
  const places: string[] = [];
  for (const { table, column } of columns) {
    const isTenant = (await database.ownerPool.query(`select 1 from information_schema.columns where table_schema = 'public' and table_name = $1 and column_name = 'organisation_id'`, [table])).rowCount === 1;
    const where = isTenant ? `organisation_id = '${organisationId}' and` : '';
    const { rowCount } = await database.ownerPool.query(`select 1 from "${table}" where ${where} "${column}"::text like any($1)`, [words.map((word) => `%${word}%`)]);
    if (rowCount) places.push(`${table}.${column}`);
  }
  return places.sort();
}

describe('erasing a person', () => {
  it('leaves their name and addresses nowhere but as who acted in the audit, and the counts right', async () => {
    const { organisation, personId, userId } = await fillPerson(database, 'numbat');
    const bystander = await fillPerson(database, 'potoroo');
    const { id } = organisation;
    await database.ownerPool.query(
      `insert into mail (organisation_id, id, kind, to_address, to_name, subject, body, state, created_at, next_attempt_at)
       values ($1, $2, 'invitation', 'else@example.org', 'Else', 'User numbat invites you', 'From User numbat (user@numbat.example), of Person numbat', 'sent', now(), now())`,
      [id, randomUUID()],
    );
    const words = ['Person numbat', 'User numbat', 'person@numbat.example', 'user@numbat.example'];
    expect((await placesOf(id, words)).length, 'before').toBeGreaterThan(10);
    const before = await tenantChecksum(database, bystander.organisation.id);
    // The rows were written past the services: what is kept ready is made right before it is measured.
    await rebuildCurrent(database.tenant(id), today);
    const administrator = await organisation.as('administrator');
    const { goes, stays } = await readErasure(administrator, personId);
    expect({ goes, stays }).toEqual({
      goes: { assessments: 2, placements: 2, invitations: 2, mails: 1 },
      stays: { auditRows: 2, recordedOfOthers: 1 },
    });
    const outcome = await erasePerson(administrator, personId, { ...input, typedName: ' person  NUMBAT' });
    expect(outcome).toEqual({ ok: true, value: { assessments: 2, placements: 2, invitations: 2, mails: 1, recordedOfOthers: 1, userRemoved: true } });
    expect(await placesOf(id, words)).toEqual(['audit_event.actor_name']);
    expect(await measureDrift(database.tenant(id), today)).toEqual(none);
    const { rows } = await database.ownerPool.query('select 1 from app_user where id = $1 union all select 1 from session where user_id = $1', [userId]);
    expect(rows).toEqual([]);
    const audit = await readAudit(database, id);
    expect(audit.at(-1)).toMatchObject({
      action: 'person.erase',
      subjectId: personId,
      detail: { reason: 'asked', hadLeft: false, assessments: 2, userRemoved: true },
    });
    expect(JSON.stringify(audit.at(-1)!.detail)).not.toMatch(/numbat/i);
    expect(await tenantChecksum(database, bystander.organisation.id)).toEqual(before);
    expect((await database.ownerPool.query("select assessor_name from assessment where organisation_id = $1 and assessor_user_id = $2", [id, userId])).rows).toEqual([
      { assessor_name: 'Somebody who has left' },
    ]);
  });

  it('keeps the account of somebody who is in another organisation too, and their user here where it is asked for', async () => {
    const [organisation, elsewhere] = [await makeOrganisation(database), await makeOrganisation(database)];
    const { people, users, canary } = organisation;
    await database.ownerPool.query("insert into membership (organisation_id, user_id, created_at) values ($1, $2, now())", [elsewhere.id, users.manager]);
    const administrator = await organisation.as('administrator');
    const memberships = async () =>
      (await database.ownerPool.query<{ organisation_id: string; person_id: string | null }>('select organisation_id, person_id from membership where user_id = $1', [users.manager])).rows;
    const kept = { ...input, typedName: `ada ${canary}`, removesUser: false };
    expect((await erasePerson(administrator, people.ada, kept)).ok).toBe(true);
    expect(await memberships()).toContainEqual({ organisation_id: organisation.id, person_id: null });
    const second = await makeOrganisation(database);
    await database.ownerPool.query("insert into membership (organisation_id, user_id, created_at) values ($1, $2, now())", [elsewhere.id, second.users.manager]);
    expect((await erasePerson(await second.as('administrator'), second.people.ada, { ...input, typedName: `ada ${second.canary}` })).ok).toBe(true);
    const { rows } = await database.ownerPool.query('select organisation_id from membership where user_id = $1', [second.users.manager]);
    expect(rows).toEqual([{ organisation_id: elsewhere.id }]);
  });

  it('counts the team again: what was assessed of them counts no more', async () => {
    const organisation = await makeOrganisation(database);
    const { people, skills, canary, id } = organisation;
    const head = await organisation.as('head-of-service');
    await saveAssessment(head, people.ben, { entries: [{ skillId: skills.signals, source: 'agreed', level: 2, note: null }] });
    const administrator = await organisation.as('administrator');
    expect((await erasePerson(administrator, people.ben, { ...input, typedName: `ben ${canary}` })).ok).toBe(true);
    expect(await measureDrift(database.tenant(id), today)).toEqual(none);
    const { rows } = await database.ownerPool.query('select 1 from person where id = $1 union all select 1 from assessment where person_id = $1', [people.ben]);
    expect(rows).toEqual([]);
  });

  it('refuses another name, and somebody who has not left unless that is said, and erases nothing', async () => {
    const organisation = await makeOrganisation(database, { people: { eve: { team: 'boats', roleLevel: 'crew', leavesOn: '2026-05-31' }, fay: { team: 'boats', roleLevel: 'crew', leavesOn: today } } });
    const { people, canary, id } = organisation;
    const administrator = await organisation.as('administrator');
    const before = await tenantChecksum(database, id);
    expect(await erasePerson(administrator, people.ben, { ...input, typedName: 'Ada' })).toMatchObject({ problem: { field: 'typedName' } });
    for (const name of ['ben', 'fay']) {
      const late = { ...input, isEarly: false, typedName: `${name} ${canary}` };
      expect(await erasePerson(administrator, people[name]!, late)).toMatchObject({ problem: { field: 'isEarly' } });
    }
    expect(await tenantChecksum(database, id)).toEqual(before);
    expect((await erasePerson(administrator, people.eve!, { ...input, isEarly: false, typedName: `eve ${canary}` })).ok).toBe(true);
  });

  it('is for administrators, and never for oneself', async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const { people, teams, canary } = organisation;
    const administrator = await organisation.as('administrator', { personId: people.ada });
    await expectSame404({ other: other.people.ben, own: people.ben }, (personId) => erasePerson(administrator, personId, input));
    await expectSame404({ other: other.people.ben, own: people.ben }, (personId) => readErasure(administrator, personId));
    const before = await tenantChecksum(database, organisation.id);
    for (const context of [
      await organisation.as('head-of-service', { teamId: teams.service }),
      await organisation.as('team-manager', { teamId: teams.lights }),
      await organisation.as('team-member', { personId: people.ben }),
      await organisation.as('api-write'),
    ]) {
      await expect(erasePerson(context, people.ben, { ...input, typedName: `ben ${canary}` })).rejects.toMatchObject({ status: 403 });
      await expect(readErasure(context, people.ben)).rejects.toMatchObject({ status: 403 });
    }
    await expect(erasePerson(administrator, people.ada, { ...input, typedName: `ada ${canary}` })).rejects.toMatchObject({ status: 403 });
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });

  it('erases nothing where it cannot be recorded', async () => {
    const organisation = await makeOrganisation(database);
    const administrator = await organisation.as('administrator');
    const before = await tenantChecksum(database, organisation.id);
    await expectFailureWithoutAudit(database, () => erasePerson(administrator, organisation.people.ben, { ...input, typedName: `ben ${organisation.canary}` }));
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });
});
