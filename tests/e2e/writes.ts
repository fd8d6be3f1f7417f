import { randomUUID } from 'node:crypto';
import { cycleWrites } from './cycle-writes.ts';
import { answerWrites } from './answer-writes.ts';
import type { JourneyDatabase } from './database.ts';
import type { Demo } from './demo.ts';
import { evidenceWrites } from './evidence-writes.ts';
import { gridWrites } from './grid-writes.ts';
import { invitationsWrites } from './invitations-writes.ts';
import { jobWrites } from './job-writes.ts';
import { keysWrites } from './keys-writes.ts';
import { releaseWrites } from './release-writes.ts';
import type { Subject } from './subjects.ts';
import { objectiveWrites } from './objective-writes.ts';
import { moderationBoardWrites } from './moderation-board-writes.ts';
import { outboxWrites } from './outbox-writes.ts';
import { ownWrites } from './own-writes.ts';
import { privacyWrites } from './privacy-writes.ts';
import { scoringWrites } from './scoring-writes.ts';
import { singleSignOnWrites } from './single-sign-on-writes.ts';
import { usersWrites } from './users-writes.ts';
import type { Write } from './write.ts';

/** Every write of the product by the pattern of its address. A route with an action that is not here fails the test. */
export function writesOf(database: JourneyDatabase, demo: Demo): Record<string, Write[]> {
  const one = async <Row extends object>(query: string, ...values: unknown[]): Promise<Row | undefined> =>
    (await database.ownerPool.query<Row>(query, values)).rows[0];
  const idIn = (subject: Subject): string => (subject.about === null ? randomUUID() : subject.value);
  const today = new Date().toISOString().slice(0, 10);
  let count = 0;

  const roleLevels = async () =>
    (await database.ownerPool.query<{ id: string }>('select id from role_level where organisation_id = $1 order by id limit 2', [demo.id])).rows;
  const skills = async () =>
    (await database.ownerPool.query<{ id: string }>('select id from skill where organisation_id = $1 order by id', [demo.id])).rows;
  const newPerson = async (teamId: string) => ({
    name: `New person ${++count}`,
    startsOn: today,
    teamId,
    roleLevelId: (await roleLevels())[0]!.id,
  });
  const assessed = (source: 'self' | 'manager' | 'agreed') => async (subject: Subject) => {
    const skillId = demo.skill('User focus');
    const newest = await one<{ revision: number }>(
      'select coalesce(max(sequence), 0)::int as revision from assessment where person_id::text = $1 and skill_id = $2',
      subject.value,
      skillId,
    );
    return new URLSearchParams({
      [`revision.${skillId}`]: String(newest?.revision ?? 0),
      [`level.${source}.${skillId}`]: '2',
      [`note.${skillId}`]: `Seen at work ${++count}`,
    });
  };

  return {
    ...cycleWrites(database, demo),
    ...answerWrites(database, demo),
    ...releaseWrites(database),
    ...evidenceWrites(demo),
    ...jobWrites(database, demo),
    ...objectiveWrites(demo),
    ...gridWrites(database, demo),
    ...keysWrites(database, demo),
    ...scoringWrites(database, demo),
    ...usersWrites(database, demo),
    ...singleSignOnWrites(database, demo),
    ...invitationsWrites(database, demo),
    ...moderationBoardWrites(database, demo),
    ...outboxWrites(database, demo),
    ...ownWrites(database, demo),
    ...privacyWrites(database, demo),
    '/teams/new': [
      { needs: 'write-teams', named: 'by the body', body: (subject) => new URLSearchParams({ name: `New team ${++count}`, parentId: idIn(subject) }) },
    ],
    '/teams/:teamId/edit': [
      {
        needs: 'write-teams',
        named: 'in the address',
        body: async (subject) => {
          const team = await one<{ name: string; parent_id: string | null; revision: number }>('select * from team where id::text = $1', subject.value);
          return new URLSearchParams({ name: team?.name ?? 'Renamed', parentId: team?.parent_id ?? '', revision: String(team?.revision ?? 1) });
        },
      },
    ],
    '/teams/:teamId/coverage': [
      {
        needs: 'write-coverage',
        named: 'in the address',
        body: async () => new URLSearchParams({ skillId: (await skills())[count++]!.id, minimumLevel: '1', minimumPeople: '3', reason: '' }),
      },
      {
        needs: 'write-coverage',
        named: 'in the address',
        body: async (subject) => {
          const rule = await one<{ id: string }>('select id from coverage_rule where team_id::text = $1', subject.value);
          return new URLSearchParams({ remove: rule?.id ?? randomUUID() });
        },
      },
    ],
    '/people/new': [
      { needs: 'write-people', named: 'by the body', body: async (subject) => new URLSearchParams(await newPerson(idIn(subject))) },
    ],
    '/people/:personId/edit': [
      {
        needs: 'write-people',
        named: 'in the address',
        body: async (subject) => {
          const person = await one<{ name: string; email: string; revision: number; starts_on: Date }>(
            'select name, email, revision, starts_on::text from person where id::text = $1',
            subject.value,
          );
          const { name = 'Renamed', email = '', revision = 1, starts_on: startsOn = today } = person ?? {};
          return new URLSearchParams({ name, email, grade: `G${++count}`, startsOn: String(startsOn), leavesOn: '', revision: String(revision) });
        },
      },
    ],
    '/people/:personId/move': [
      {
        needs: 'write-people',
        named: 'in the address',
        body: async (subject) => {
          const now = await one<{ team_id: string; role_level_id: string }>(
            'select team_id, role_level_id from placement where person_id::text = $1 and ends_on is null',
            subject.value,
          );
          const teamId = now?.team_id ?? randomUUID();
          const from = now?.role_level_id ?? randomUUID();
          // Within the same role, which a moderator's grant may hang on.
          const beside = await one<{ id: string }>(
            `select id from role_level where organisation_id = $1 and role_id = (select role_id from role_level where organisation_id = $1 and id = $2) and id <> $2`,
            demo.id,
            from,
          );
          const to = beside?.id ?? from;
          return new URLSearchParams({ teamId, roleLevelId: to, movesOn: today, fromTeamId: teamId, fromRoleLevelId: from });
        },
      },
    ],
    '/people/:personId/assess': [
      { needs: 'assess-self', named: 'in the address', body: assessed('self') },
      { needs: 'assess-manager', named: 'in the address', body: assessed('manager') },
      { needs: 'assess-agreed', named: 'in the address', body: assessed('agreed') },
    ],
    '/api/v1/people': [{ needs: 'write-people', named: 'by the body', body: (subject) => newPerson(idIn(subject)) }],
    '/api/v1/people/:personId/assessments': [
      {
        needs: 'assess-agreed',
        named: 'in the address',
        body: () => ({ entries: [{ skillId: demo.skill('User focus'), source: 'agreed', level: 1, note: `By the API ${++count}` }] }),
      },
    ],
  };
}
