import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { scoringScheme } from '#db/schema/index.ts';
import { tenantDatabase } from '#db/tenant.ts';
import type { DemoAccount } from '#db/seed/demo/demo-plan.ts';
import { loadDemo } from '#scripts/demo/load-demo.ts';
import { addOpenRelease } from './add-open-release.ts';
import { addUser } from './add-user.ts';
import { findE2eDatabase } from './e2e-database.ts';

/** A demo organisation of a short name of its own, with the ids of what it holds by their names. */
export interface DemoOrganisation {
  organisationId: string;
  slug: string;
  accounts: Record<DemoAccount['key'], DemoAccount>;
  teamIds: Record<string, string>;
  personIds: Record<string, string>;
  /** The role of the framework that each person holds, by the person's name. */
  heldRoleIds: Record<string, string>;
  roleIds: Record<string, string>;
  skillIds: Record<string, string>;
  jobDescriptionId: string;
  /** The adopted version of the official framework. */
  versionId: string;
  /** A newer release of it, which waits for decisions. */
  releaseId: string;
  /** A round that is open. */
  cycleId: string;
  /** A scoring scheme that is on. */
  schemeId: string;
  /** Of the accounts by their keys, and of one that nobody signs in as. */
  userIds: Record<DemoAccount['key'] | 'bystander', string>;
}

/** Loads the demo organisation once more into the database of the browser tests, for one journey alone. */
export async function makeDemoOrganisation(
  slug = `demo-${randomBytes(5).toString('hex')}`,
): Promise<DemoOrganisation> {
  const { appUrl, ownerUrl } = findE2eDatabase();
  const pool = new pg.Pool({ connectionString: appUrl, max: 2 });
  const ownerPool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  const idsOf = async (table: 'team' | 'person' | 'skill' | 'role', organisationId: string) => {
    const { rows } = await ownerPool.query<{ id: string; name: string }>(
      `select id, name from ${table} where organisation_id = $1`,
      [organisationId],
    );
    return Object.fromEntries(rows.map(({ id, name }) => [name, id]));
  };
  const heldRoles = async (organisationId: string) => {
    const { rows } = await ownerPool.query<{ id: string; name: string }>(
      `select role_level.role_id as id, person.name from placement
         join person on person.organisation_id = $1 and person.id = placement.person_id
         join role_level on role_level.organisation_id = $1 and role_level.id = placement.role_level_id
        where placement.organisation_id = $1 and placement.ends_on is null`,
      [organisationId],
    );
    return Object.fromEntries(rows.map(({ id, name }) => [name, id]));
  };
  try {
    const { organisationId, accounts } = await loadDemo(pool, { slug, now: new Date() });
    const { userId: bystander } = await addUser({ tenant: (id) => tenantDatabase(pool, id) }, organisationId, { name: 'Robin Ashdown' });
    const { rows: users } = await ownerPool.query<{ id: string; email: string }>('select id, email from app_user where email = any($1)', [
      accounts.map(({ email }) => email),
    ]);
    const { rows: drafts } = await ownerPool.query<{ id: string }>('select id from job_description where organisation_id = $1', [organisationId]);
    const { rows: adopted } = await ownerPool.query<{ id: string }>(
      `select version_id as id from framework_adoption
         join framework on framework.organisation_id = $1 and framework.id = framework_adoption.framework_id and framework.kind = 'gdad'
        where framework_adoption.organisation_id = $1`,
      [organisationId],
    );
    const { rows: rounds } = await ownerPool.query<{ id: string }>("select id from cycle where organisation_id = $1 order by state = 'open' desc, opens_on desc limit 1", [organisationId]);
    const userOf = ({ key, email }: DemoAccount) => [key, users.find((user) => user.email === email)!.id] as const;
    return {
      organisationId,
      slug,
      accounts: Object.fromEntries(accounts.map((account) => [account.key, account])) as DemoOrganisation['accounts'],
      teamIds: await idsOf('team', organisationId),
      personIds: await idsOf('person', organisationId),
      roleIds: await idsOf('role', organisationId),
      heldRoleIds: await heldRoles(organisationId),
      skillIds: await idsOf('skill', organisationId),
      jobDescriptionId: drafts[0]!.id,
      versionId: adopted[0]!.id,
      releaseId: await addOpenRelease(tenantDatabase(pool, organisationId), adopted[0]!.id),
      cycleId: rounds[0]!.id,
      schemeId: await addScheme(pool, organisationId),
      userIds: { ...Object.fromEntries(accounts.map(userOf)), bystander } as DemoOrganisation['userIds'],
    };
  } finally {
    await Promise.all([pool.end(), ownerPool.end()]);
  }
}

async function addScheme(pool: pg.Pool, organisationId: string): Promise<string> {
  const id = randomUUID();
  const rules = { points: { below: 0, at: 1, above: 2 }, bestOf: null, unassessedAllowed: 40, bands: [{ name: 'First', from: 1 }] };
  await tenantDatabase(pool, organisationId).transaction((tx) => tx.insert(scoringScheme).values({ organisationId, id, name: 'Allowance', isOn: true, rules, createdAt: new Date() }));
  return id;
}
