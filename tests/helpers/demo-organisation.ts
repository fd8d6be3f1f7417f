import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DemoAccount } from '#db/seed/demo/demo-plan.ts';
import { loadDemo } from '#scripts/demo/load-demo.ts';
import { findE2eDatabase } from './e2e-database.ts';

/** A demo organisation of a short name of its own, with the ids of what it holds by their names. */
export interface DemoOrganisation {
  organisationId: string;
  slug: string;
  accounts: Record<DemoAccount['key'], DemoAccount>;
  teamIds: Record<string, string>;
  personIds: Record<string, string>;
  skillIds: Record<string, string>;
}

/** Loads the demo organisation once more into the database of the browser tests, for one journey alone. */
export async function makeDemoOrganisation(
  slug = `demo-${randomBytes(5).toString('hex')}`,
): Promise<DemoOrganisation> {
  const { appUrl, ownerUrl } = findE2eDatabase();
  const pool = new pg.Pool({ connectionString: appUrl, max: 2 });
  const ownerPool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  const idsOf = async (table: 'team' | 'person' | 'skill', organisationId: string) => {
    const { rows } = await ownerPool.query<{ id: string; name: string }>(
      `select id, name from ${table} where organisation_id = $1`,
      [organisationId],
    );
    return Object.fromEntries(rows.map(({ id, name }) => [name, id]));
  };
  try {
    const { organisationId, accounts } = await loadDemo(pool, { slug, now: new Date() });
    return {
      organisationId,
      slug,
      accounts: Object.fromEntries(accounts.map((account) => [account.key, account])) as DemoOrganisation['accounts'],
      teamIds: await idsOf('team', organisationId),
      personIds: await idsOf('person', organisationId),
      skillIds: await idsOf('skill', organisationId),
    };
  } finally {
    await Promise.all([pool.end(), ownerPool.end()]);
  }
}
