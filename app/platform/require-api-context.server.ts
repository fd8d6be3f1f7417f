import { and, eq, isNull, lte, or } from 'drizzle-orm';
import { waitInWords } from '#app/domain/access/wait-in-words.ts';
import { apiKey } from '#db/schema/index.ts';
import type { Statement } from '#db/statement.ts';
import { type TenantDatabase, tenantDatabase } from '#db/tenant.ts';
import { problem } from '#app/platform/api/problem.server.ts';
import { organisationOfKey } from '#app/platform/secret/api-key.server.ts';
import type { Context } from './context.ts';
import { problemResponse } from './problem-response.server.ts';
import { afterAnswer, requestScope } from './request-scope.server.ts';
import { runtime } from './runtime.server.ts';
import { hashSecret } from '#app/platform/secret/secret-hash.server.ts';
import { secondsUntilTurn, turnOfKey } from '#app/platform/throttle/count-calls.server.ts';
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
  /** Of the turn, where one was taken. */
  points: number | null;
  expire: string | null;
}

const keyQuery = `
  select id, name, access, last_used_at as "lastUsedAt", organisation_name as "organisationName", points, expire
  from caller_by_key($1, $2, $3, $4, $5)`;

/** Who asks by a key, and the rows of what was asked ahead with it. */
export interface ApiCaller {
  context: Context;
  ahead: unknown[];
}

interface Asked {
  organisationId: string;
  key: string;
  ahead: Statement | null;
  isCounted: boolean;
}

/** The key, its turn and what is asked ahead, in one message: the key last, as the row of its turn is held until the end. */
async function answersOf(db: TenantDatabase, { organisationId, key, ahead, isCounted }: Asked) {
  const turn = isCounted ? turnOfKey(key) : null;
  const caller = { text: keyQuery, values: [organisationId, hashSecret(key), turn?.row ?? null, turn?.until ?? null, turn?.at ?? null] };
  const rows = await db.exchange([...(ahead ? [ahead] : []), caller]);
  const [found] = rows.at(-1) as FoundKey[];
  const taken = found?.points && found.expire ? { points: found.points, expire: found.expire } : null;
  return { found, ahead: ahead ? rows[0]! : [], wait: isCounted && found ? secondsUntilTurn(key, taken) : 0 };
}

async function callerOf(request: Request, asks: { isCounted: boolean; ahead?: ((organisationId: string) => Statement | null) | undefined }): Promise<ApiCaller> {
  const [, key = ''] = /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '') ?? [];
  const organisationId = organisationOfKey(key);
  if (organisationId === null) throw await refusal(key);
  const { pool, now } = runtime();
  const db = tenantDatabase(pool, organisationId);
  const { found, ahead, wait } = await answersOf(db, { organisationId, key, ahead: asks.ahead?.(organisationId) ?? null, isCounted: asks.isCounted });
  if (!found) throw await refusal(key);
  const at = now();
  noteUse(db, found, at);
  if (wait > 0) throw problem(429, undefined, { 'Retry-After': String(wait) });
  const { name, access, organisationName } = found;
  const viewer: Context['viewer'] = {
    userId: null,
    name: name === '' ? `API key (${access})` : `API key "${name}"`,
    organisationId,
    organisationName,
    personId: null,
    grants: [{ accessRole: access === 'write' ? 'api-write' : 'api-read', teamIds: 'all' }],
  };
  return { context: { viewer, db, now: at }, ahead };
}

/** Which organisation asks, from the API key of the request. Throws a 401 response without a valid one, and 429 after too many that are not. */
export async function requireApiContext(request: Request): Promise<Context> {
  return (await callerOf(request, { isCounted: false })).context;
}

/**
 * As requireApiContext, of a call that counts: so many in a minute, over all processes of the service, or a 429 problem. `ahead` is a
 * statement that is asked in the same message, before it is known whether there is such a key: its rows are for nobody else.
 */
export async function requireApiCaller(request: Request, ahead?: (organisationId: string) => Statement | null): Promise<ApiCaller> {
  return callerOf(request, { isCounted: true, ahead });
}
