import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Pool } from 'pg';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context } from '#app/platform/context.ts';
import { hashPassword } from '#app/platform/session/password.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { adoptBundledFramework } from '#app/services/framework/import/adopt-bundled-framework.server.ts';
import { rebuildCurrent } from '#db/current/rebuild-current.ts';
import { organisation } from '#db/schema/index.ts';
import { demoAccountsOf } from '#db/seed/demo/demo-accounts.ts';
import type { DemoAccount } from '#db/seed/demo/demo-plan.ts';
import { planDemo } from '#db/seed/demo/plan-demo.ts';
import { globalTransaction, tenantDatabase } from '#db/tenant.ts';
import { storeAccounts } from './store-accounts.ts';
import { storeAssessments } from './store-assessments.ts';
import { storeJobDescription } from './store-job-description.ts';
import { storeObjectives } from './store-objectives.ts';
import { storePeople } from './store-people.ts';
import { storeRules } from './store-rules.ts';

export interface DemoWanted {
  /** The short name of the organisation: one per slug, and its e-mail addresses end in it. */
  slug?: string;
  name?: string;
  /** The moment of the load; every date of the demo is relative to it. */
  now: Date;
}

export interface LoadedDemo {
  organisationId: string;
  accounts: DemoAccount[];
  /** False where the organisation was there already: then nothing was stored. */
  isNew: boolean;
}

async function findOrganisation(pool: Pool, slug: string): Promise<string | null> {
  const [found] = await globalTransaction(
    pool,
    (tx) => tx.select({ id: organisation.id }).from(organisation).where(eq(organisation.slug, slug)),
    { organisationSlug: slug },
  );
  return found?.id ?? null;
}

function loaderContext(pool: Pool, organisationId: string, organisationName: string, now: Date): Context {
  return {
    viewer: {
      userId: null,
      name: 'Demo data',
      organisationId,
      organisationName,
      personId: null,
      grants: [{ accessRole: 'administrator', teamIds: 'all' }],
    },
    db: tenantDatabase(pool, organisationId),
    now,
  };
}

/**
 * Makes the demo organisation, unless one of this slug is there: framework, teams, people, two years
 * of assessments, objectives, coverage rules, a job description and the accounts. In one transaction, so that an interrupted load
 * leaves nothing; of two loads at once the second waits for the first at the slug, and then finds it.
 */
export async function loadDemo(pool: Pool, wanted: DemoWanted): Promise<LoadedDemo> {
  const { slug = 'demo', name = 'Demo organisation', now } = wanted;
  const accounts = demoAccountsOf(slug);
  const known = await findOrganisation(pool, slug);
  if (known !== null) return { organisationId: known, accounts, isNew: false };
  // Before the transaction, which must not wait for them.
  const hashes = await Promise.all(accounts.map(({ password }) => hashPassword(password)));
  const context = loaderContext(pool, randomUUID(), name, now);
  const organisationId = context.db.organisationId;
  const plan = planDemo(todayOf(context));
  const isNew = await context.db.transaction(async (tx) => {
    const made = await tx
      .insert(organisation)
      .values({ id: organisationId, slug, name, createdAt: now })
      .onConflictDoNothing({ target: organisation.slug })
      .returning({ id: organisation.id });
    if (made.length === 0) return false;
    const inside = within(context, tx);
    await recordAudit(tx, inside, { action: 'organisation.create', subjectKind: 'organisation', subjectId: organisationId });
    const { versionId } = await adoptBundledFramework(inside);
    const ids = await storePeople(tx, inside, plan, slug);
    const hashed = accounts.map((account, index) => ({ ...account, passwordHash: hashes[index]! }));
    const userIds = await storeAccounts(tx, inside, hashed, ids);
    await storeAssessments(tx, organisationId, plan, { ...ids, userIds, versionId });
    await storeObjectives(tx, organisationId, plan, { ...ids, userIds });
    await storeRules(tx, inside, plan, ids);
    await storeJobDescription(tx, inside);
    await rebuildCurrent(inside.db, todayOf(context));
    return true;
  });
  if (isNew) return { organisationId, accounts, isNew };
  const other = await findOrganisation(pool, slug);
  if (other === null) throw new Error(`The organisation "${slug}" was there and is gone.`);
  return { organisationId: other, accounts, isNew };
}
