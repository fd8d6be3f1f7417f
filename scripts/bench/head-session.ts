import { randomUUID } from 'node:crypto';
import { hashSecret } from '#app/platform/secret/secret-hash.server.ts';
import { makeApiKey } from '#app/platform/secret/api-key.server.ts';
import { startSession } from '#app/platform/session/session.server.ts';
import type { Bench } from './open-bench.ts';

/** Makes somebody who leads the whole of an organisation, signs them in, and answers their cookie. */
export async function headSession({ owner, runtime }: Bench, organisationId: string): Promise<string> {
  const userId = randomUUID();
  await owner.query("insert into app_user (id, email, name, created_at) values ($1, $2, 'Bench', now())", [userId, `head@${organisationId}.example`]);
  await owner.query('insert into membership (organisation_id, user_id, created_at) values ($1, $2, now())', [organisationId, userId]);
  await owner.query("insert into access_grant (organisation_id, id, user_id, access_role, created_at) values ($1, $2, $3, 'head-of-service', now())", [organisationId, randomUUID(), userId]);
  const started = await startSession(new Request(runtime.origin), { userId, organisationId, method: 'password', secondFactorAt: null, awaits: null, boundOrganisationId: null });
  return started.split(';')[0]!;
}

/** Makes a key that reads the organisation by the API, and answers it. */
export async function readingKey({ owner }: Bench, organisationId: string): Promise<string> {
  const key = makeApiKey(organisationId);
  await owner.query("insert into api_key (organisation_id, id, key_hash, name, access, created_at, last_used_at) values ($1, $2, $3, 'Bench', 'read', now(), now())", [organisationId, randomUUID(), hashSecret(key)]);
  return key;
}
