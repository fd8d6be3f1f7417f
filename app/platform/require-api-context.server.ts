import { and, eq, isNull, lte, or } from 'drizzle-orm';
import { waitInWords } from '#app/domain/access/wait-in-words.ts';
import { apiKey } from '#db/schema/index.ts';
import { type TenantDatabase, tenantDatabase } from '#db/tenant.ts';
import { organisationOfKey } from '#app/platform/secret/api-key.server.ts';
import type { Context } from './context.ts';
import { problemResponse } from './problem-response.server.ts';
import { afterAnswer, requestScope } from './request-scope.server.ts';
import { runtime } from './runtime.server.ts';
import { hashSecret } from '#app/platform/secret/secret-hash.server.ts';
import { takeTurn } from '#app/platform/throttle/throttle.server.ts';

/** One answer for a missing, malformed, unknown and revoked key: it tells a stranger nothing. */
const unauthorised = () =>
  problemResponse(401, 'Unauthorized', 'Send a valid API key as "Authorization: Bearer <key>".', {
    'WWW-Authenticate': 'Bearer realm="capability-map"',
  });

/**
 * The answer to a key that nobody knows: who sends many is told to wait, so that trying keys costs us
 * little. Only such keys count, so that no stranger at the same address stands in the way of a valid one.
 */
async function refusal(key: string): Promise<Response> {
  if (key === '') return unauthorised();
  const turn = await takeTurn('unknown-api-key', { source: requestScope().source });
  if (turn.allowed) return unauthorised();
  const detail = `Too many keys that are not valid came from your address. ${waitInWords(turn.retryAfterSeconds)}.`;
  return problemResponse(429, 'Too Many Requests', detail, { 'Retry-After': String(turn.retryAfterSeconds) });
}

/** How long a last use stands before it is written anew. */
const lastUsedRhythm = 60 * 60 * 1000;

/** Notes that a key is in use, once the answer has left, and at most once an hour: calls do not wait for it. */
function noteUse(db: TenantDatabase, { id, lastUsedAt }: { id: string; lastUsedAt: Date | null }, at: Date): void {
  const dueSince = new Date(at.getTime() - lastUsedRhythm);
  if (lastUsedAt !== null && lastUsedAt > dueSince) return;
  afterAnswer(() =>
    db.transaction((tx) =>
      tx
        .update(apiKey)
        .set({ lastUsedAt: at })
        .where(
          and(
            eq(apiKey.organisationId, db.organisationId),
            eq(apiKey.id, id),
            or(isNull(apiKey.lastUsedAt), lte(apiKey.lastUsedAt, dueSince)),
          ),
        ),
    ),
  );
}

interface FoundKey {
  id: string;
  name: string;
  access: typeof apiKey.$inferSelect.access;
  lastUsedAt: Date | null;
  organisationName: string;
}

const keyQuery = `
  select api_key.id, api_key.name, api_key.access, api_key.last_used_at as "lastUsedAt", organisation.name as "organisationName"
  from api_key join organisation on organisation.id = api_key.organisation_id
  where api_key.organisation_id = $1 and api_key.key_hash = $2 and api_key.revoked_at is null`;

async function findKey(db: TenantDatabase, key: string): Promise<FoundKey | undefined> {
  const [found] = await db.read<FoundKey>({ text: keyQuery, values: [db.organisationId, hashSecret(key)] });
  return found;
}

/** Which organisation asks, from the API key of the request. Throws a 401 response without a valid one, and 429 after too many that are not. */
export async function requireApiContext(request: Request): Promise<Context> {
  const [, key = ''] = /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '') ?? [];
  const organisationId = organisationOfKey(key);
  if (organisationId === null) throw await refusal(key);
  const { pool, now } = runtime();
  const db = tenantDatabase(pool, organisationId);
  const found = await findKey(db, key);
  if (!found) throw await refusal(key);
  const { name, access, organisationName } = found;
  const at = now();
  noteUse(db, found, at);
  return {
    viewer: {
      userId: null,
      name: name === '' ? `API key (${access})` : `API key "${name}"`,
      organisationId,
      organisationName,
      personId: null,
      grants: [{ accessRole: access === 'write' ? 'api-write' : 'api-read', teamIds: 'all' }],
    },
    db,
    now: at,
  };
}
