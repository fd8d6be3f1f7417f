import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import type { ColumnUse, ImportMapping } from '#app/domain/spreadsheet/import-words.ts';
import type { Context } from '#app/platform/context.ts';
import { within } from '#app/platform/within.server.ts';
import { applyAssessmentImport } from '#app/services/assessments/import/apply-assessment-import.server.ts';
import { readAssessmentPlan } from '#app/services/assessments/import/read-assessment-plan.server.ts';
import { adoptBundledFramework } from '#app/services/framework/import/adopt-bundled-framework.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { readInWorker } from '#app/services/imports/read-in-worker.server.ts';
import { connectDatabase } from '#db/connect.ts';
import { rebuildCurrent } from '#db/current/rebuild-current.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { organisation } from '#db/schema/index.ts';
import { tenantDatabase } from '#db/tenant.ts';
import { importedPeople, importedPerson } from './wide-sheet.ts';

/**
 * Brings the spreadsheet of `measure-import.ts` into an organisation of its own, in a process of its own, as the product does:
 * reads it in a worker, plans, and applies. Prints one line of JSON: seconds of each, and the most memory of this process in megabytes.
 */

const fields: Record<string, ColumnUse> = { Name: { field: 'person' }, 'E-mail': { field: 'email' }, 'Assessed on': { field: 'date' } };
const teams = 200;
const now = new Date('2026-06-01T09:00:00Z');
const today = '2026-06-01';

const peopleQuery = `
  with made as (
    insert into team (organisation_id, id, name, created_at)
    select $1, gen_random_uuid(), 'Team ' || at, now() from generate_series(1, ${teams}) as at returning id
  ), numbered as (
    select id, row_number() over () - 1 as at from made
  ), roles as (
    select id, row_number() over (order by key) - 1 as at, count(*) over () as all from role_level where organisation_id = $1
  ), staff as (
    insert into person (organisation_id, id, name, email, starts_on, created_at)
    select $1, id, name, email, '2024-01-01', now() from unnest($2::uuid[], $3::text[], $4::text[]) as said(id, name, email) returning id, email
  )
  insert into placement (organisation_id, id, person_id, team_id, role_level_id, starts_on, created_at)
  select $1, gen_random_uuid(), staff.id, numbered.id, roles.id, '2024-01-01', now()
  from (select id, row_number() over (order by email) - 1 as at from staff) staff
  join numbered on numbered.at = staff.at % ${teams} join roles on roles.at = staff.at % roles.all`;

/** The same rows bare, by the owner, into the history alone. */
const floorQuery = `
  insert into assessment (organisation_id, id, person_id, skill_id, framework_version_id, source, level, assessor_name, assessed_on, recorded_at)
  select organisation_id, gen_random_uuid(), person_id, skill_id, framework_version_id, source, level, assessor_name, assessed_on, recorded_at from assessment`;

const folder = mkdtempSync(join(tmpdir(), 'capability-map-import-'));
const database = await connectDatabase({ dataFolder: folder });
const owner = new pg.Client({ connectionString: database.ownerUrl });
try {
  await owner.connect();
  await migrateDatabase(database.ownerUrl);
  const organisationId = randomUUID();
  const context: Context = {
    viewer: { userId: null, name: 'Bench', organisationId, organisationName: 'Bench', personId: null, grants: [{ accessRole: 'head-of-service', teamIds: 'all' }] },
    db: tenantDatabase(database.pool, organisationId),
    now,
  };
  await context.db.transaction(async (tx) => {
    await tx.insert(organisation).values({ id: organisationId, slug: 'bench', name: 'Bench', createdAt: now });
    await adoptBundledFramework(within(context, tx));
  });
  const people = Array.from({ length: importedPeople }, (_, at) => importedPerson(at));
  await owner.query(peopleQuery, [organisationId, people.map(() => randomUUID()), people.map(({ name }) => name), people.map(({ email }) => email)]);
  await rebuildCurrent(context.db, today);
  const start = performance.now();
  let last = start;
  const seconds: Record<string, number> = {};
  const told = (step: string) => {
    const moment = performance.now();
    seconds[step] = (moment - last) / 1000;
    last = moment;
  };
  const reading = await readInWorker({ name: 'wide.xlsx', bytes: readFileSync(process.argv[2]!) });
  if (!reading.ok) throw new Error(reading.message);
  told('read');
  const { sheets } = reading;
  const skillIds = new Map([...(await readAssessableSkills(context)).values()].map(({ id, name }) => [name, id]));
  const columns = sheets[0]!.rows[0]!.map((header): ColumnUse => fields[header] ?? { skillId: skillIds.get(header)! });
  const mapping: ImportMapping = { sheet: 0, headerRow: 0, shape: 'wide', columns, dayOrder: 'day-first', names: {}, source: 'agreed', assessedOn: null, acceptUndefined: true };
  const plan = await context.db.transaction((tx) => readAssessmentPlan(within(context, tx), { sheets, mapping }));
  told('plan');
  const summary = await context.db.transaction((tx) => applyAssessmentImport(tx, context, { sheets, mapping, importId: randomUUID() }, () => undefined));
  told('apply');
  const all = (last - start) / 1000;
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1000);
  if (summary.counts.add !== plan.summary.counts.add || summary.counts.refused > 0) throw new Error(`Not brought in: ${JSON.stringify(plan.fates.find(({ problems }) => problems.length > 0))}`);
  last = performance.now();
  await owner.query(floorQuery);
  told('floor');
  console.log(JSON.stringify({ seconds, all, megabytes, rows: summary.counts.add }));
} finally {
  await owner.end().catch(() => undefined);
  await database.close();
  rmSync(folder, { recursive: true, force: true });
}
