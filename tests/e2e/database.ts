import pg from 'pg';
import { tenantDatabase, type TenantDatabase } from '#db/tenant.ts';
import { findE2eDatabase } from '#tests/helpers/e2e-database.ts';

/** The database that the app under test uses, for what a journey needs before it starts and must find after it. */
export interface JourneyDatabase {
  /** A superuser's connections, to look past row-level security. */
  ownerPool: pg.Pool;
  tenant(organisationId: string): TenantDatabase;
  close(): Promise<void>;
}

/** Connects to the database of the server that runs for the journeys. */
export function openDatabase(): JourneyDatabase {
  const { appUrl, ownerUrl } = findE2eDatabase();
  const pool = new pg.Pool({ connectionString: appUrl, max: 3 });
  const ownerPool = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  return {
    ownerPool,
    tenant: (organisationId) => tenantDatabase(pool, organisationId),
    close: async () => {
      await Promise.all([pool.end(), ownerPool.end()]);
    },
  };
}
