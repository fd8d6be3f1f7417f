import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { fillRounds, roundRows } from './filled-rounds.ts';

/** Somebody with a row, and a value of its own, in every column that says something about a person. */
export interface FilledPerson {
  organisation: TestOrganisation;
  personId: string;
  userId: string;
  /** By table, which of its rows is theirs, as a condition. */
  rows: Record<string, string>;
}

/**
 * Fills one person of an organisation: Ada, who manages the lights and signs in. `canary` stands in every
 * text of theirs; days and moments begin with the given number of months after January 2020.
 */
export async function fillPerson(db: TestDatabase, canary: string): Promise<FilledPerson> {
  const organisation = await makeOrganisation(db);
  const { id, people, users, skills, teams, roles, roleLevels, versionId } = organisation;
  const [personId, userId] = [people.ada, users.manager];
  const run = (text: string, values: unknown[] = []) => db.ownerPool.query(text, values);
  let count = 0;
  /** A moment that no other column has. */
  const at = () => new Date(Date.UTC(2020, 0, 1, 0, 7) + (count += 1) * 86_400_000 * 3).toISOString();
  const on = () => at().slice(0, 10);
  await run('update person set name = $3, email = $4, grade = $5, starts_on = $6, leaves_on = $7, created_at = $8 where organisation_id = $1 and id = $2', [
    id, personId, `Person ${canary}`, `person@${canary}.example`, `Grade ${canary}`, '2020-01-02', '2030-05-06', at(),
  ]);
  await run('update app_user set name = $2, email = $3, created_at = $4, email_proven_at = $5 where id = $1', [userId, `User ${canary}`, `user@${canary}.example`, at(), at()]);
  await run('insert into totp_credential values ($1, $2, $3, $4, $5)', [userId, 'sealed', at(), at(), 55_123_456]);
  await run('insert into recovery_code values ($1, $2, $3, $4)', [userId, randomUUID(), at(), at()]);
  await run('insert into passkey (id, user_id, public_key, counter, transports, name, created_at, last_used_at) values ($1, $2, $3, 3, $4, $5, $6, $7)', [
    randomUUID(), userId, Buffer.from('key'), [`usb-${canary}`], `Passkey ${canary}`, at(), at(),
  ]);
  await run('insert into password_reset values ($1, $2, $3, $4, $5)', [randomUUID(), userId, at(), at(), at()]);
  await run(
    `insert into session (id, user_id, organisation_id, created_at, expires_at, last_seen_at, public_id, source, user_agent, method, second_factor_at, awaits, bound_organisation_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'single-sign-on', $10, 'second-factor', $3)`,
    [randomUUID(), userId, id, at(), at(), at(), randomUUID(), `Network ${canary}`, `Browser ${canary}`, at()],
  );
  await run('update membership set created_at = $3, suspended_at = $4, last_signed_in_at = $5 where organisation_id = $1 and user_id = $2', [id, userId, at(), at(), at()]);
  await run('delete from access_grant where organisation_id = $1 and user_id = $2', [id, userId]);
  await run("insert into access_grant (organisation_id, id, user_id, access_role, team_id, role_id, created_at) values ($1, $2, $3, 'moderator', $4, $5, $6)", [
    id, randomUUID(), userId, teams.boats, roles.boatman, at(),
  ]);
  await run('insert into external_identity values ($1, $2, $3, $4, $5, $6)', [id, `https://issuer.${canary}.example`, `subject-${canary}`, userId, at(), at()]);
  await run('update placement set ends_on = $3, starts_on = $4, created_at = $5 where organisation_id = $1 and person_id = $2', [id, personId, '2029-03-04', '2020-01-03', at()]);
  await run('insert into placement values ($1, $2, $3, $4, $5, $6, null, $7)', [id, randomUUID(), personId, teams.lights, roleLevels.seniorKeeper, '2029-03-04', at()]);
  const cycleId = randomUUID();
  await run("insert into cycle (organisation_id, id, name, state, opens_on, closes_on, closed_at, closed_by_name, closing_note) values ($1, $2, $3, 'closed', $4, $5, $6, $7, $8)", [
    id, cycleId, `Cycle ${canary}`, '2026-01-01', '2026-12-31', at(), `User ${canary}`, `Closed ${canary}`,
  ]);
  const assess = `insert into assessment (organisation_id, id, person_id, skill_id, framework_version_id, source, level, note, assessor_user_id, assessor_name, assessed_on, cycle_id, recorded_at, ticks, unchanged_since, undefined_confirmed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, true)`;
  const assessedOn = on();
  const disputed = randomUUID();
  await run(assess, [id, disputed, personId, skills.lamps, versionId, 3, 2, `Note ${canary}`, users.head, `Assessor ${canary}`, assessedOn, cycleId, at(), [`1.${canary}`], on()]);
  await run(assess, [id, randomUUID(), people.ben, skills.signals, versionId, 2, 1, 'A note about Ben', userId, `User ${canary}`, on(), null, at(), [], null]);
  await fillRounds(run, { id, personId, userId, headId: users.head, otherId: people.ben, skills, teamId: teams.boats, cycleId, disputed, canary, at, on, versionId });
  await run(
    `update current_assessment set expected_level = 3, self_level = 1, self_on = $3, manager_level = 4, manager_on = $4, agreed_level = 2, agreed_on = $5, disputed = true
     where organisation_id = $1 and person_id = $2 and skill_id = $6`,
    [id, personId, on(), on(), assessedOn, skills.lamps],
  );
  const invited = randomUUID();
  await run(
    `insert into invitation (organisation_id, id, email, name, person_id, token_hash, invited_by_user_id, created_at, expires_at, accepted_at, accepted_by_user_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [id, invited, `person@${canary}.example`, `Invited ${canary}`, personId, randomUUID(), users.head, at(), at(), at(), userId],
  );
  await run(
    'insert into invitation (organisation_id, id, email, name, person_id, token_hash, created_at, expires_at, revoked_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [id, randomUUID(), `person@${canary}.example`, `Again ${canary}`, personId, randomUUID(), at(), at(), at()],
  );
  await run('insert into invitation (organisation_id, id, email, name, token_hash, invited_by_user_id, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)', [
    id, randomUUID(), 'somebody@example.org', 'Somebody else', randomUUID(), userId, at(), at(),
  ]);
  await run("insert into invitation_grant values ($1, $2, $3, 'moderator', $4, $5)", [id, randomUUID(), invited, teams.service, roles.keeper]);
  await run(
    `insert into mail (organisation_id, id, kind, to_address, to_name, subject, body, sealed_link, state, attempts, created_at, next_attempt_at, sent_at, last_error)
     values ($1, $2, $3, $4, $5, $6, $7, 'sealed', 'failed', 4, $8, $8, $9, $10)`,
    [id, randomUUID(), `kind-${canary}`, `user@${canary}.example`, `To ${canary}`, `Subject ${canary}`, `Body ${canary}`, at(), at(), `Error ${canary}`],
  );
  await run("insert into organisation_notice values ($1, 'purpose', 'Ours', 1, $2, $3)", [id, at(), `User ${canary}`]);
  const audit = `insert into audit_event (organisation_id, id, position, at, actor_user_id, actor_name, action, subject_kind, subject_id, detail, previous_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'a', 'b')`;
  await run(audit, [id, randomUUID(), 1, at(), users.head, `Looker ${canary}`, `looked.${canary}`, 'person', personId, { page: `page-${canary}` }]);
  await run(audit, [id, randomUUID(), 2, at(), userId, `User ${canary}`, `did.${canary}`, 'person', people.ben, { secretOfBen: true }]);
  await run('insert into audit_head values ($1, 2, $2, 0, $3)', [id, 'b', '']);
  const own = `organisation_id = '${id}'`;
  const ofUser = `user_id = '${userId}'`;
  return {
    organisation,
    personId,
    userId,
    rows: {
      app_user: `id = '${userId}'`,
      totp_credential: ofUser,
      recovery_code: ofUser,
      passkey: ofUser,
      password_reset: ofUser,
      session: ofUser,
      membership: `${own} and ${ofUser}`,
      access_grant: `${own} and ${ofUser}`,
      external_identity: `${own} and ${ofUser}`,
      person: `${own} and id = '${personId}'`,
      placement: `${own} and person_id = '${personId}'`,
      current_assessment: `${own} and person_id = '${personId}' and skill_id = '${skills.lamps}'`,
      ...roundRows(own, personId, userId, canary),
      assessment: `${own} and (person_id = '${personId}' or assessor_user_id = '${userId}')`,
      invitation: `${own} and (person_id = '${personId}' or invited_by_user_id = '${userId}')`,
      invitation_grant: `${own} and invitation_id = '${invited}'`,
      mail: `${own} and to_address = 'user@${canary}.example'`,
      organisation_notice: `${own} and updated_by_name = 'User ${canary}'`,
      audit_event: `${own} and (subject_id = '${personId}' or actor_user_id = '${userId}')`,
    },
  };
}
