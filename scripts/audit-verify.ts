import type { Pool } from 'pg';
import { commandContext } from '#app/platform/command-context.server.ts';
import type { ChainPoint } from '#app/platform/audit/verify-audit-chain.server.ts';
import { verifyAudit } from '#app/services/organisation/verify-audit.server.ts';
import { StartProblem } from '#db/embedded/start-problem.ts';
import { organisation } from '#db/schema/index.ts';
import { globalTransaction } from '#db/tenant.ts';
import { readArguments } from './command/read-arguments.ts';
import { runCommand } from './command/run-command.ts';
import { withDatabase } from './command/with-database.ts';

const usage = 'npm run audit:verify -- [--organisation SLUG] [--expect POSITION:HASH]';

function readPoint(text: string): ChainPoint {
  const [, position, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  if (hash === undefined) {
    throw new StartProblem(`What is expected is a position and a hash, as this command printed them: 12:0a1b...\nUsage: ${usage}`);
  }
  return { position: Number(position), hash };
}

/** By the setting of the retention job, which lets the application's role see which organisations there are and no more. */
async function everySlug(pool: Pool): Promise<string[]> {
  const work = { job: 'retention' } as const;
  const rows = await globalTransaction(pool, (tx) => tx.select({ slug: organisation.slug }).from(organisation).orderBy(organisation.slug), work);
  return rows.map(({ slug }) => slug);
}

/** Says what was found, and whether it was what was written. */
async function verify(pool: Pool, slug: string, expected: ChainPoint | undefined): Promise<boolean> {
  const context = await commandContext(pool, slug, 'Command: audit:verify');
  const { checked, head, trimmed, fault } = await verifyAudit(context, expected);
  console.log(`"${slug}": ${checked} rows are as they were written${trimmed.position > 0 ? `, after ${trimmed.position} that retention removed` : ''}.`);
  if (fault) console.log(`  Broken at position ${fault.position}: ${fault.message}`);
  else if (head.position > 0) console.log(`  ${head.position}:${head.hash}`);
  return fault === null;
}

await runCommand(async () => {
  const { values } = readArguments(usage, { options: { organisation: { type: 'string' }, expect: { type: 'string' } } });
  if (values.expect !== undefined && values.organisation === undefined) {
    throw new StartProblem(`Name the organisation whose audit is compared.\nUsage: ${usage}`);
  }
  const expected = values.expect === undefined ? undefined : readPoint(values.expect);
  await withDatabase(async (pool) => {
    const slugs = values.organisation === undefined ? await everySlug(pool) : [values.organisation];
    if (slugs.length === 0) console.log('There is no organisation yet.');
    for (const slug of slugs) if (!(await verify(pool, slug, expected))) process.exitCode = 1;
  });
});
