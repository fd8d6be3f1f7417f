import { beforeEach, describe, expect, it } from 'vitest';
import pg from 'pg';
import type { Context } from '#app/platform/context.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { handIn } from '#app/services/assessments/answer/hand-in.server.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { giveAnswers, openRound, planRound } from '#tests/helpers/round.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { closeCycle } from './close-cycle.server.ts';
import { exemptParticipant } from './exempt-participant.server.ts';
import { revealOverdue } from './reveal-overdue.server.ts';
import { roundContext } from './round-context.server.ts';
import { roundJob } from './round-job.server.ts';
import { tendRounds } from './tend-rounds.server.ts';

const database = useTestDatabase();
const clock = useTestRuntime(database);
let organisation: TestOrganisation;
let head: Context;

beforeEach(async () => {
  clock.now = new Date('2026-06-01T09:00:00Z');
  // One organisation at a time, so that a run of the job counts alone.
  await database.ownerPool.query(`update cycle set state = 'closed' where state <> 'closed'`);
  organisation = await makeOrganisation(database, { people: { soon: { team: 'lights', roleLevel: 'juniorKeeper', startsOn: '2026-06-09' } } });
  head = await organisation.as('head-of-service', { teamId: organisation.teams.service, userId: organisation.users.head, name: 'Hana Head' });
  await addUser(database, organisation.id, { email: `ben@${organisation.canary}.example`, name: 'Ben User', personId: organisation.people.ben });
});

const mails = async () =>
  (
    await database.ownerPool.query<{ to: string; day: string; subject: string; body: string; kind: string }>(
      `select split_part(to_address, '@', 1) as to, created_at::date::text as day, subject, body, kind from mail where organisation_id = $1 order by created_at, to_address`,
      [organisation.id],
    )
  ).rows;
async function tendOn(...days: string[]): Promise<void> {
  for (const day of days) {
    clock.now = new Date(`${day}T09:00:00Z`);
    await tendRounds(runtime());
  }
}

describe('the mails of a round', () => {
  it('go to everybody concerned when it opens, before a last day and weekly after it, once a day', async () => {
    await openRound(head, { teamId: organisation.teams.lights });
    await tendOn('2026-06-01', '2026-06-01', '2026-06-02', '2026-06-08', '2026-06-08');
    const sent = await mails();
    expect(sent.map(({ to, day, kind }) => `${to} ${day} ${kind}`)).toEqual([
      'ben 2026-06-01 round', 'head 2026-06-01 round', 'manager 2026-06-01 round',
      'ben 2026-06-08 round', 'manager 2026-06-08 round',
    ]);
    const [toBen, toHead, toManager] = sent;
    expect(toBen!.body).toContain(`http://localhost:3000/people/${organisation.people.ben}/assess`);
    expect(toHead!.body).toContain(`ada ${organisation.canary}`);
    expect(toManager!.body).toContain(`ben ${organisation.canary}`);
    expect(toManager!.body).toContain('you are asked for your own levels, by 15 June 2026');
    expect(sent.every(({ body }) => !/\blevel [0-9]/.test(body))).toBe(true);
  });

  it('never go twice, however many processes write them at once', async () => {
    await openRound(head, { teamId: organisation.teams.service });
    const others = [1, 2, 3].map(() => new pg.Pool({ connectionString: database.appUrl, max: 3 }));
    await Promise.all([database.pool, ...others].flatMap((pool) => [1, 2, 3].map(() => tendRounds({ pool, now: () => clock.now }))));
    await Promise.all(others.map((pool) => pool.end()));
    const sent = await mails();
    expect(new Set(sent.map(({ to }) => to)).size).toBe(sent.length);
    expect(sent).toHaveLength(3);
    const { rows } = await database.ownerPool.query<{ count: number }>('select count(*)::int as count from cycle_reminder where organisation_id = $1', [organisation.id]);
    expect(rows[0]?.count).toBe(3);
  });

  it('are not written where the round reminds nobody, where somebody is suspended, or where nothing is waited for', async () => {
    const quiet = await openRound(head, { teamId: organisation.teams.boats, name: 'Quiet', remindsByMail: false });
    const cycleId = await openRound(head, { teamId: organisation.teams.lights });
    await exemptParticipant(head, cycleId, organisation.people.ben, 'Leave');
    await database.ownerPool.query('update membership set suspended_at = now() where user_id = $1', [organisation.users.head]);
    await tendOn('2026-06-01');
    expect((await mails()).map(({ to }) => to)).toEqual(['manager']);
    expect(quiet).not.toBe(cycleId);
  });

  it('remind the head of a round whose opening day has come, and of one whose closing day has passed', async () => {
    await database.ownerPool.query('delete from cycle where id = $1', [organisation.cycleId]);
    await planRound(head, { teamId: organisation.teams.lights, opensOn: '2026-06-05' });
    await tendOn('2026-06-04', '2026-06-05', '2026-06-06', '2026-06-12');
    expect((await mails()).map(({ to, day, subject }) => `${to} ${day} ${subject}`)).toEqual([
      'head 2026-06-05 The round Summer round waits to be opened',
      'head 2026-06-12 The round Summer round waits to be opened',
    ]);
    const { rows } = await database.ownerPool.query<{ state: string }>(`select state from cycle where organisation_id = $1`, [organisation.id]);
    expect(rows).toEqual([{ state: 'planned' }]);
  });

  it('go with their note or not at all', async () => {
    await openRound(head, { teamId: organisation.teams.lights });
    await database.ownerPool.query(`create function refuse_mail() returns trigger language plpgsql as $$ begin raise exception 'no disk'; end $$`);
    await database.ownerPool.query(`create trigger refuse_mail before insert on mail for each row execute function refuse_mail()`);
    try {
      await expect(tendRounds(runtime())).rejects.toThrow(/could not be tended/);
    } finally {
      await database.ownerPool.query('drop trigger refuse_mail on mail; drop function refuse_mail');
    }
    expect((await database.ownerPool.query('select 1 from cycle_reminder where organisation_id = $1', [organisation.id])).rowCount).toBe(0);
    await tendOn('2026-06-01');
    expect(await mails()).toHaveLength(3);
  });
});

describe('tending rounds', () => {
  it('shows who was waited for in vain once their last day is over, once, and not before', async () => {
    const { people, teams, skills } = organisation;
    await openRound(head, { teamId: teams.lights });
    await giveAnswers(head, people.ben, 'manager', { [skills.lamps]: 1 });
    await tendOn('2026-06-15');
    const history = async () => (await database.ownerPool.query<{ source: number; assessor_name: string }>('select source, assessor_name from assessment where person_id = $1', [people.ben])).rows;
    expect(await history()).toEqual([]);
    clock.now = new Date('2026-06-16T09:00:00Z');
    const context = roundContext(database.tenant(organisation.id), clock.now);
    const shown = await Promise.all([1, 2, 3, 4].map(() => revealOverdue(context)));
    expect(shown.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await history()).toEqual([{ source: 2, assessor_name: 'Hana Head' }]);
    // Who comes late is still heard.
    const ben = await organisation.as('team-member', { personId: people.ben, now: clock.now });
    expect((await handIn(ben, people.ben, 'self', { acceptMissing: true })).ok).toBe(true);
  });

  it('takes in who has come, and opens and closes nothing', async () => {
    const cycleId = await openRound(head, { teamId: organisation.teams.lights });
    const states = async () => (await database.ownerPool.query<{ state: string }>('select state from cycle where organisation_id = $1 order by state', [organisation.id])).rows.map(({ state }) => state);
    const before = await states();
    await tendOn('2026-06-08');
    const joined = async () => (await database.ownerPool.query('select 1 from cycle_participant where cycle_id = $1', [cycleId])).rowCount;
    expect(await joined()).toBe(2);
    await tendOn('2026-06-09', '2026-12-01');
    expect(await joined()).toBe(3);
    expect(await states()).toEqual(before);
    await closeCycle({ ...head, now: clock.now }, cycleId, { closingNote: 'Late.' });
    await tendOn('2026-12-02');
    expect(await joined()).toBe(3);
  });

  it('is a job of one process at a time, which a stop ends', async () => {
    await openRound(head, { teamId: organisation.teams.lights });
    await roundJob().run(AbortSignal.abort());
    expect(await mails()).toEqual([]);
    await Promise.all([1, 2, 3].map(() => roundJob().run(new AbortController().signal)));
    expect(await mails()).toHaveLength(3);
  });
});
