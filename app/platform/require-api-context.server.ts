import { and, eq, isNull } from 'drizzle-orm';
import { apiKey, organisation } from '#db/schema/index.ts';
import { type TenantDatabase, tenantDatabase } from '#db/tenant.ts';
import { organisationOfKey } from './api-key.server.ts';
import type { Context } from './context.ts';
import { problemResponse } from './problem-response.server.ts';
import { runtime } from './runtime.server.ts';
import { hashSecret } from './secret-hash.server.ts';

/** One answer for a missing, malformed, unknown and revoked key: it tells a stranger nothing. */
const unauthorised = () =>
  problemResponse(401, 'Unauthorized', 'Send a valid API key as "Authorization: Bearer <key>".', {
    'WWW-Authenticate': 'Bearer realm="capability-map"',
  });

async function findKey(db: TenantDatabase, key: string) {
  const [found] = await db.transaction((tx) =>
    tx
      .select({ access: apiKey.access, organisationName: organisation.name })
      .from(apiKey)
      .innerJoin(organisation, eq(organisation.id, apiKey.organisationId))
      .where(
        and(
          eq(apiKey.organisationId, db.organisationId),
          eq(apiKey.keyHash, hashSecret(key)),
          isNull(apiKey.revokedAt),
        ),
      ),
  );
  return found;
}

/** Which organisation asks, from the API key of the request. Throws a 401 response without a valid one. */
export async function requireApiContext(request: Request): Promise<Context> {
  const [, key = ''] = /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '') ?? [];
  const organisationId = organisationOfKey(key);
  if (organisationId === null) throw unauthorised();
  const { pool, now } = runtime();
  const db = tenantDatabase(pool, organisationId);
  const found = await findKey(db, key);
  if (!found) throw unauthorised();
  const { access, organisationName } = found;
  return {
    viewer: {
      userId: null,
      name: `API key (${access})`,
      organisationId,
      organisationName,
      personId: null,
      grants: [{ accessRole: access === 'write' ? 'api-write' : 'api-read', teamIds: 'all' }],
    },
    db,
    now: now(),
  };
}
