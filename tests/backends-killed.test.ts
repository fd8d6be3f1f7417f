import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { readTeamMatrix } from '#app/services/capability/read-team-matrix.server.ts';
import { connectDatabase, type DatabaseHandle } from '#db/connect.ts';
import { tenantDatabase, type Tx } from '#db/tenant.ts';
import { useTestDatabase } from './helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from './helpers/organisation.ts';

const database = useTestDatabase();
const kills = 100;
/** Longer than anything here takes; what lasts longer hangs. */
const hangMs = 20_000;

let handle: DatabaseHandle;
let pool: pg.Pool;
let a: TestOrganisation;
let b: TestOrganisation;
const uncaught: unknown[] = [];
const note = (error: unknown) => uncaught.push(error);

beforeAll(async () => {
  handle = await connectDatabase({ databaseUrl: database.appUrl, databaseOwnerUrl: database.ownerUrl, dataFolder: '', poolSize: 6 });
  pool = handle.pool;
  a = await makeOrganisation(database);
  b = await makeOrganisation(database);
  process.on('uncaughtException', note);
  process.on('unhandledRejection', note);
});

afterAll(async () => {
  process.off('uncaughtException', note);
  process.off('unhandledRejection', note);
  await handle.close();
});

/** What a transaction of this organisation sees of people, between statements that leave time to be killed. */
async function look(tx: Tx): Promise<string[]> {
  const seen = [];
  for (let step = 0; step < 4; step += 1) {
    const { rows } = await tx.execute<{ organisation_id: string }>(sql`select organisation_id from person, pg_sleep(0.004)`);
    seen.push(...rows.map((row) => row.organisation_id));
  }
  return seen;
}

interface Traffic {
  /** Ids of organisations that a transaction of another one has seen. */
  strange: string[];
  finished: number;
  failed: number;
  isOver: boolean;
}

async function keepAsking(own: TestOrganisation, traffic: Traffic): Promise<void> {
  const db = tenantDatabase(pool, own.id);
  const head = { ...(await own.as('head-of-service', { now: new Date() })), db };
  for (let round = 0; !traffic.isOver; round += 1) {
    try {
      if (round % 3 === 0) {
        traffic.strange.push(...(await db.transaction(look)).filter((id) => id !== own.id));
      } else if (round % 3 === 1) {
        const matrix = JSON.stringify(await readTeamMatrix(head, { teamId: own.teams.service }), (_, value: unknown) =>
          value instanceof Map ? [...value] : value,
        );
        const other = own === a ? b : a;
        if (matrix.includes(other.canary)) traffic.strange.push(other.id);
      } else {
        const entries = [{ skillId: own.skills.lamps, source: 'agreed' as const, level: round % 4, note: `Round ${round} ${own.canary}` }];
        await saveAssessment(head, own.people.ada, { entries });
      }
      traffic.finished += 1;
    } catch {
      traffic.failed += 1;
    }
  }
}

/** Ends backends of the application that are inside a transaction, until so many are gone. */
async function killInside(count: number): Promise<number> {
  let killed = 0;
  while (killed < count) {
    const { rowCount } = await database.ownerPool.query(`
      select pg_terminate_backend(pid) from (
        select pid from pg_stat_activity
        where datname = current_database() and application_name = 'capability-map' and xact_start is not null
        order by random() limit 1
      ) as victim`);
    killed += rowCount ?? 0;
    await pause(15);
  }
  return killed;
}

/** Rows of one organisation that hold the canary of the other. */
async function strayRows(): Promise<string[]> {
  const found: string[] = [];
  for (const [own, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const { rows } = await database.ownerPool.query<{ note: string }>('select note from assessment where organisation_id = $1 and note like $2', [
      own.id,
      `%${other.canary}%`,
    ]);
    found.push(...rows.map((row) => row.note));
  }
  return found;
}

describe(`${kills} backends killed inside transactions of two organisations`, () => {
  it('lead to no reading or writing across, no end of the process and no hanging request', async () => {
    const traffic: Traffic = { strange: [], finished: 0, failed: 0, isOver: false };
    const askers = [a, b, a, b, a, b].map((own) => keepAsking(own, traffic));
    expect(await killInside(kills)).toBe(kills);
    traffic.isOver = true;
    const timeLimit = pause(hangMs, 'a request hangs', { ref: false });
    expect(await Promise.race([Promise.all(askers).then(() => 'all have ended'), timeLimit])).toBe('all have ended');
    expect(traffic.strange).toEqual([]);
    expect(uncaught).toEqual([]);
    // The kills were felt, and work went on between them.
    expect(traffic.failed).toBeGreaterThan(kills / 4);
    expect(traffic.finished).toBeGreaterThan(kills / 4);
    expect(await strayRows()).toEqual([]);
    // The pool is as good as new.
    const after = await tenantDatabase(pool, a.id).transaction(look);
    expect(new Set(after)).toEqual(new Set([a.id]));
  }, 120_000);

  it('would be noticed, were something read or written across', async () => {
    // The owner's connection stands for one that lost its organisation.
    const { rows } = await database.ownerPool.query<{ organisation_id: string }>('select organisation_id from person');
    expect(new Set(rows.map((row) => row.organisation_id))).toEqual(new Set([a.id, b.id]));
    const head = { ...(await a.as('head-of-service')), db: tenantDatabase(pool, a.id) };
    const entries = [{ skillId: a.skills.knots, source: 'agreed' as const, level: 1, note: `Planted ${b.canary}` }];
    await saveAssessment(head, a.people.ben, { entries });
    expect(await strayRows()).toEqual([`Planted ${b.canary}`]);
  });
});
