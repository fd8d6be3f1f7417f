import type { Pool } from 'pg';
import { systemClock } from '#app/platform/clock.server.ts';
import { commandContext } from '#app/platform/command-context.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { measureDrift } from '#db/current/measure-drift.ts';
import { rebuildCurrent } from '#db/current/rebuild-current.ts';
import { organisation } from '#db/schema/index.ts';
import { globalTransaction, tenantDatabase } from '#db/tenant.ts';
import { readArguments } from './command/read-arguments.ts';
import { runCommand } from './command/run-command.ts';
import { withDatabase } from './command/with-database.ts';

const usage = 'npm run db:rebuild -- [--organisation SLUG] [--check]';

interface Asked {
  id: string;
  slug: string;
}

/** The one that is named, or every one. */
async function organisationsOf(pool: Pool, slug: string | undefined): Promise<Asked[]> {
  if (slug !== undefined) return [{ id: (await commandContext(pool, slug, 'Command: db:rebuild')).db.organisationId, slug }];
  return globalTransaction(pool, (tx) => tx.select({ id: organisation.id, slug: organisation.slug }).from(organisation).orderBy(organisation.slug), { job: 'retention' });
}

/** Answers whether anything had drifted. */
async function rebuild(pool: Pool, { id, slug }: Asked, check: boolean): Promise<boolean> {
  const drift = await (check ? measureDrift : rebuildCurrent)(tenantDatabase(pool, id), todayOf({ now: systemClock() }));
  console.log(`Cells that differed from the history: ${drift.currentAssessments}`);
  console.log(`Counts that differed from the cells: ${drift.teamSkillSummaries}`);
  const hasDrifted = drift.currentAssessments + drift.teamSkillSummaries > 0;
  if (!hasDrifted) console.log(`What is kept ready for "${slug}" is what the history says.`);
  else if (check) console.log(`Nothing was changed. To put it right: npm run db:rebuild -- --organisation ${slug}`);
  else console.log('They have been put right.');
  return hasDrifted;
}

await runCommand(async () => {
  const { values } = readArguments(usage, {
    options: { organisation: { type: 'string' }, check: { type: 'boolean' } },
  });
  const { organisation: slug, check = false } = values;
  await withDatabase(async (pool) => {
    const asked = await organisationsOf(pool, slug);
    let drifted = 0;
    for (const one of asked) {
      if (slug === undefined) console.log(`\n${one.slug}`);
      if (await rebuild(pool, one, check)) drifted += 1;
    }
    if (slug === undefined) console.log(`\nOrganisations: ${asked.length}, of which with something that differed: ${drifted}`);
    if (check && drifted > 0) process.exitCode = 1;
  });
});
