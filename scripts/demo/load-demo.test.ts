import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#app/domain/assessment/add-days.ts';
import type { TeamMatrix } from '#app/domain/capability/cell.ts';
import type { Flag, FlagKind } from '#app/domain/capability/flag.ts';
import { readiness } from '#app/domain/capability/readiness.ts';
import type { Context } from '#app/platform/context.ts';
import { verifyPassword } from '#app/platform/session/password.server.ts';
import { resolveViewer } from '#app/platform/resolve-viewer.server.ts';
import { readCycle } from '#app/services/assessments/cycle/read-cycle.server.ts';
import { readCycles } from '#app/services/assessments/cycle/read-cycles.server.ts';
import { readFlags } from '#app/services/capability/read-flags.server.ts';
import { readTeamMatrix } from '#app/services/capability/read-team-matrix.server.ts';
import { readTeamTree } from '#app/services/people/read-team-tree.server.ts';
import { rebuildCurrent } from '#db/current/rebuild-current.ts';
import { demoFramework } from '#db/seed/demo/demo-framework.ts';
import { serviceName } from '#db/seed/demo/demo-teams.ts';
import { readyName } from '#db/seed/demo/planted-findings.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { loadDemo, type LoadedDemo } from './load-demo.ts';

const database = useTestDatabase();
const now = new Date('2026-11-21T10:00:00Z');
const today = '2026-11-21';
const slug = 'demo-under-test';

let loaded: LoadedDemo;
let context: Context;
let matrix: TeamMatrix;
let flags: Flag[];

async function signedInAs(key: string): Promise<Context> {
  const email = loaded.accounts.find((account) => account.key === key)?.email;
  const { rows } = await database.ownerPool.query<{ id: string }>('select id from app_user where email = $1', [email]);
  const db = database.tenant(loaded.organisationId);
  return { viewer: (await resolveViewer(db, rows[0]?.id ?? '', now))!.viewer, db, now };
}

const flagsOf = (kind: FlagKind) => flags.filter((flag) => flag.kind === kind);

async function countRows(): Promise<Record<string, number>> {
  const { rows } = await database.ownerPool.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of rows) {
    const counted = await database.ownerPool.query<{ count: number }>(`select count(*)::int as count from "${name}"`);
    counts[name] = counted.rows[0]?.count ?? 0;
  }
  return counts;
}

beforeAll(async () => {
  loaded = await loadDemo(database.pool, { slug, now });
  context = await signedInAs('headOfService');
  const service = (await readTeamTree(context.db)).find(({ name }) => name === serviceName)!;
  ({ matrix } = await readTeamMatrix(context, { teamId: service.id }));
  ({ flags } = await readFlags(context, { teamId: service.id }));
});

describe('the demo organisation', () => {
  it('has 48 people in at least twelve role levels and six teams under one service', async () => {
    expect(matrix.people).toHaveLength(48);
    expect(new Set(matrix.people.map(({ roleLevelName }) => roleLevelName)).size).toBeGreaterThanOrEqual(12);
    const tree = await readTeamTree(context.db);
    const top = tree.filter(({ parentId }) => parentId === null);
    expect(top.map(({ name }) => name)).toEqual([serviceName]);
    expect(tree.filter(({ parentId }) => parentId === top[0]?.id)).toHaveLength(6);
  });

  it('rests continuity management on one person, who leaves in four months', () => {
    const single = flagsOf('single-point');
    expect(single.map(({ skill }) => skill?.name)).toEqual(['Continuity management']);
    expect(single[0]).toMatchObject({ severity: 'critical', required: 2, actual: 1 });
    const [holder] = single[0]!.people;
    const person = matrix.people.find(({ id }) => id === holder?.id);
    expect(person).toMatchObject({ name: 'Graham Whitlock', leavesOn: addDays(today, 122) });
    const ends = flagsOf('cover-ends');
    expect(ends).toHaveLength(1);
    expect(ends[0]).toMatchObject({ skill: single[0]!.skill, endsOn: addDays(today, 123), actual: 0 });
    const column = matrix.skills.findIndex(({ name }) => name === 'Continuity management');
    const held = matrix.people.filter(({ cells }) => (cells[column]?.agreedLevel ?? 0) >= 2);
    expect(held.map(({ name }) => name)).toEqual(['Graham Whitlock']);
  });

  it('has problem management below its rule, one blind spot, and every other rule kept', () => {
    expect(flagsOf('under-cover').map(({ skill, required, actual }) => [skill?.name, required, actual])).toEqual([
      ['Problem management', 4, 2],
    ]);
    expect(flagsOf('blind-spot').map(({ skill }) => skill?.name)).toEqual(['Information security']);
    expect(flagsOf('no-cover')).toEqual([]);
  });

  it('has one team with a third of its people never assessed', () => {
    const never = flagsOf('unassessed').filter(({ people }) => people.length > 0);
    expect(never.map(({ team, people }) => [team.name, people.length])).toEqual([['Service transition', 2]]);
    expect(matrix.people.filter(({ teamName }) => teamName === 'Service transition')).toHaveLength(6);
  });

  it('has stale levels, two disagreements and all marks of an incomplete picture', () => {
    expect(flagsOf('stale').length).toBeGreaterThan(0);
    expect(flagsOf('disagreement').map(({ skill }) => skill?.name).sort()).toEqual([
      'Customer service management',
      'Problem management',
    ]);
    const cells = matrix.people.flatMap((person) => person.cells);
    const marks = new Set(cells.flatMap((cell) => cell.marks));
    expect([...marks]).toEqual(expect.arrayContaining(['stale', 'self-only', 'manager-only']));
    const states = new Set(cells.map(({ state }) => state));
    expect([...states].sort()).toEqual(
      ['above', 'below', 'meets', 'not-assessed', 'not-expected', 'not-observed'].sort(),
    );
  });

  it('has exactly one person who is ready for the next role level', () => {
    const framework = demoFramework();
    const ready = matrix.people.filter((person) => {
      const next = framework.nextRoleLevel(person.roleName, person.roleLevelName);
      if (next === null) return false;
      const asked = [...framework.expectationsOf(person.roleName, next)];
      const levels = new Map(matrix.skills.map(({ name }, index) => [name, person.cells[index]?.agreedLevel ?? null]));
      return (
        readiness(asked.map(([skillId, expectedLevel]) => ({ skillId, expectedLevel })), levels).verdict === 'ready'
      );
    });
    expect(ready.map(({ name }) => name)).toEqual([readyName]);
  });

  it('has two closed rounds and an open one of a small team, with people at every step', async () => {
    const { cycles } = await readCycles(context);
    expect(cycles.map(({ state, teamName }) => [state, teamName])).toEqual([['open', 'Service transition'], ['closed', null], ['closed', null]]);
    const { counts, waits } = await readCycle(context, cycles[0]!.id);
    expect(counts).toEqual({ people: 6, self: 1, manager: 3, conversation: 1, moderation: 0, done: 1, exempt: 1, left: 0 });
    expect(waits.users.map(({ name, manager }) => [name, manager.length])).toEqual([['Caroline Hartnoll', 3]]);
    // The closed ones are of the whole organisation: of them a head of the service sees the people.
    const past = (await readCycle(context, cycles[1]!.id)).counts;
    expect(past.people).toBeGreaterThan(40);
    expect(past.self).toBeLessThan(5);
  });

  it('lets each account sign in, with the access it is for', async () => {
    const { rows } = await database.ownerPool.query<{ email: string; hash: string }>(
      'select email, password_hash as hash from app_user',
    );
    for (const { key, email, password, accessRole, isPerson } of loaded.accounts) {
      expect(await verifyPassword(rows.find((row) => row.email === email)?.hash ?? null, password)).toBe(true);
      const { viewer } = await signedInAs(key);
      expect(viewer.grants.map((grant) => grant.accessRole)).toContain(accessRole);
      expect(viewer.personId !== null).toBe(isPerson);
    }
  });
});

describe('loading the demo', () => {
  it('keeps the tables that are read most as the history has them', async () => {
    expect(await rebuildCurrent(context.db, today)).toEqual({ currentAssessments: 0, teamSkillSummaries: 0 });
  });

  it('adds nothing the second time, nor when two loads start at once', async () => {
    const before = await countRows();
    const again = await loadDemo(database.pool, { slug, now: new Date('2027-02-01T10:00:00Z') });
    expect(again).toEqual({ ...loaded, isNew: false });
    expect(await countRows()).toEqual(before);
    const both = await Promise.all([1, 2].map(() => loadDemo(database.pool, { slug: 'demo-twice', now })));
    expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
    expect(both[0]?.organisationId).toBe(both[1]?.organisationId);
    const after = await countRows();
    expect(after.organisation).toBe(before.organisation! + 1);
    expect(after.person).toBe(before.person! * 2);
  });

  it('leaves nothing behind when it is broken off', async () => {
    await database.ownerPool.query(
      `insert into app_user (id, email, name, password_hash, created_at) values ($1, $2, 'Somebody', '', now())`,
      [randomUUID(), 'jo.castellan@demo-broken.example'],
    );
    const before = await countRows();
    await expect(loadDemo(database.pool, { slug: 'demo-broken', now })).rejects.toThrow('insert into "app_user"');
    expect(await countRows()).toEqual(before);
  });
});
