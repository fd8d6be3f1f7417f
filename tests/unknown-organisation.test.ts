import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { readCycle } from '#app/services/assessments/cycle/read-cycle.server.ts';
import { readCycles } from '#app/services/assessments/cycle/read-cycles.server.ts';
import { readTeamGrid } from '#app/services/assessments/grid/read-team-grid.server.ts';
import { readHistory } from '#app/services/assessments/read-history.server.ts';
import { readAssessmentForm } from '#app/services/assessments/read-assessment-form.server.ts';
import { readTeamMatrix } from '#app/services/capability/read-team-matrix.server.ts';
import { readSharedSkills } from '#app/services/framework/read-shared-skills.server.ts';
import { readTeamPeople } from '#app/services/people/read-team-people.server.ts';
import { readTeamTree } from '#app/services/people/read-team-tree.server.ts';
import { evenColumns, toldOwners } from '#db/even-statistics.ts';
import { migrateDatabase } from '#db/migrate.ts';
import type { Tx } from '#db/tenant.ts';
import { loadDemo } from '#scripts/demo/load-demo.ts';
import { contextAs } from './helpers/context-as.ts';
import { useTestDatabase } from './helpers/database.ts';

/**
 * The planner's statistics are gathered now and then. An organisation that comes in between must be read with the same work as one
 * that they know: the rows that statements fetch are counted, before and after gathering.
 */
const database = useTestDatabase();
const now = new Date('2026-03-16T09:00:00Z');

interface EvenColumn {
  table: string;
  column: string;
  /** How much is gathered of it: 0 for nothing. */
  target: number | null;
}

/** The columns of all tables that say whose a row is. */
async function columnsOfOwners(): Promise<EvenColumn[]> {
  const { rows } = await database.ownerPool.query<EvenColumn>(
    `select c.relname::text as table, a.attname::text as column, a.attstattarget as target from pg_class c
     join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
     join pg_attribute a on a.attrelid = c.oid and a.attname = any($1)
     where c.relkind = 'r' order by 1, 2`,
    [evenColumns],
  );
  return rows;
}

/** What the planner is told of them. */
async function told() {
  const { rows } = await database.ownerPool.query<{ table: string; column: string; distinct: number; common: number[] | null }>(
    `select tablename::text as table, attname::text as column, n_distinct as distinct, most_common_freqs as common from pg_stats
     where schemaname = 'public' and attname = any($1) order by 1, 2`,
    [evenColumns],
  );
  return rows;
}

interface Scene {
  teamId: string;
  personId: string;
  cycleId: string;
}

const pages: Record<string, (context: Context, scene: Scene) => Promise<unknown>> = {
  'the form of answers': (context, { personId }) => readAssessmentForm(context, personId),
  'the history of a person': (context, { personId }) => readHistory(context, personId),
  'the grid of a team': (context, { teamId }) => readTeamGrid(context, teamId, 'manager', { below: true }),
  'the progress of a round': (context, { cycleId }) => readCycle(context, cycleId),
  'the people of a service': (context, { teamId }) => readTeamPeople(context, teamId),
  'the heatmap of a service': (context, { teamId }) => readTeamMatrix(context, { teamId }),
  'shared skills of roles': (context) => readSharedSkills(context, 'problem-manager'),
};

/** Nothing gathers statistics but the test. */
async function gatherNothing(): Promise<void> {
  for (const { table } of await columnsOfOwners()) await database.ownerPool.query(`alter table ${table} set (autovacuum_enabled = false)`);
}

async function newcomer(slug: string): Promise<{ context: Context; scene: Scene }> {
  const { organisationId } = await loadDemo(database.pool, { slug, now });
  const context = await contextAs(database, { accessRole: 'head-of-service', organisationId, now });
  const tree = await readTeamTree(context.db);
  const service = tree.find((team) => tree.some((below) => below.parentId === team.id))!;
  const { people } = await readTeamPeople(context, service.id, todayOf(context));
  const { cycles } = await readCycles(context);
  return { context, scene: { teamId: service.id, personId: people[0]!.id, cycleId: cycles[0]!.id } };
}

/** The rows that all tables gave to the statements of a transaction so far. */
async function fetched(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ n: string }>(`select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) as n from pg_stat_xact_user_tables`);
  return Number(rows[0]!.n);
}

/** The rows that each page has fetched for this organisation. */
async function workOf({ context, scene }: { context: Context; scene: Scene }, names: readonly string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names) {
    const read = pages[name]!;
    // What is remembered of a framework is read once, by whoever comes first.
    await read(context, scene);
    counts[name] = await context.db.transaction(async (tx) => {
      const before = await fetched(tx);
      await read(within(context, tx), scene);
      return (await fetched(tx)) - before;
    });
  }
  return counts;
}

const gather = () => database.ownerPool.query('analyze');

/** By page, how many times the rows it fetched were fetched by an organisation that nobody has gathered statistics of. */
async function excess(slug: string, names = Object.keys(pages)): Promise<Map<string, number>> {
  const one = await newcomer(slug);
  const unknown = await workOf(one, names);
  await gather();
  const known = await workOf(one, names);
  return new Map(names.map((name) => [name, unknown[name]! / known[name]!]));
}

describe('an organisation that the statistics do not know', () => {
  beforeAll(async () => {
    await gatherNothing();
    await newcomer('first');
    await gather();
  });

  it('is as large to the planner as all are, whatever was gathered', async () => {
    const columns = await columnsOfOwners();
    expect(columns.length).toBeGreaterThan(50);
    expect(columns.filter(({ target }) => target !== 0)).toEqual([]);
    expect(await told()).toEqual(columns.map(({ table, column }) => ({ table, column, distinct: toldOwners, common: null })));
  });

  it('is read with work of the same order: a table of it may be read whole, but not again for each row', async () => {
    for (const [name, times] of await excess('second')) expect(times, name).toBeLessThan(10);
  });

  it('the control: with statistics of these columns it is read with a multiple of it', async () => {
    for (const { table, column } of await columnsOfOwners()) await database.ownerPool.query(`alter table ${table} alter column ${column} set statistics -1`);
    await gather();
    const found = await excess('third', ['the people of a service', 'shared skills of roles']);
    expect(found.get('the people of a service')).toBeGreaterThan(100);
    expect(found.get('shared skills of roles')).toBeGreaterThan(10);
  });

  it('is alike again after the next start, of a restored backup too', async () => {
    await database.ownerPool.query(`select pg_clear_attribute_stats('public', 'person', 'organisation_id', false)`);
    await migrateDatabase(database.ownerUrl);
    await gather();
    const columns = await columnsOfOwners();
    expect(await told()).toEqual(columns.map(({ table, column }) => ({ table, column, distinct: toldOwners, common: null })));
  });
});
