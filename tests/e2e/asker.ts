import type { Viewer } from '#app/domain/access/viewer.ts';
import { resolveViewer } from '#app/platform/resolve-viewer.server.ts';
import { createApiKey } from '#app/services/accounts/create-api-key.server.ts';
import { addUser, testPassword } from '#tests/helpers/add-user.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import type { JourneyDatabase } from './database.ts';
import type { Demo, DemoRole } from './demo.ts';

export interface Answered {
  status: number;
  location: string | null;
  text: string;
}

/** Somebody who asks the server, without a browser. */
export interface Asker {
  name: string;
  /** As the domain sees them; null for somebody who is not signed in. */
  viewer: Viewer | null;
  isKey: boolean;
  /** Cookie or key, as sent with everything. */
  headers: Record<string, string>;
  get(path: string): Promise<Answered>;
  /** A form or JSON, sent from our own site unless other headers say where from. */
  post(path: string, body: URLSearchParams | FormData | object, from?: Record<string, string>): Promise<Answered>;
}

function askerWith(origin: string, name: string, viewer: Viewer | null, headers: Record<string, string>): Asker {
  const ask = async (path: string, init: RequestInit): Promise<Answered> => {
    // Not packed: thousands of answers need not be squeezed and spread on one machine. The browsers ask for packed ones.
    const sent = { 'accept-encoding': 'identity', ...headers, ...(init.headers as Record<string, string>) };
    const answer = await fetch(`${origin}${path}`, { ...init, redirect: 'manual', headers: sent });
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
  };
  return {
    name,
    viewer,
    isKey: headers.authorization !== undefined,
    headers,
    get: (path) => ask(path, {}),
    post: (path, body, from = { origin }) => {
      const isForm = body instanceof URLSearchParams || body instanceof FormData;
      return isForm
        ? ask(path, { method: 'POST', body, headers: from })
        : ask(path, { method: 'POST', body: JSON.stringify(body), headers: { ...from, 'content-type': 'application/json' } });
    },
  };
}

/** Somebody without session or key. */
export const stranger = (origin: string): Asker => askerWith(origin, 'somebody signed out', null, {});

/** Signs an account of the demo in. */
export async function signedIn(origin: string, database: JourneyDatabase, demo: Demo, role: DemoRole): Promise<Asker> {
  return enter(origin, database, demo, role, demo.accounts[role]);
}

/** Signs in a moderator of one role of the framework, wherever its people stand. */
async function moderatorOfRole(origin: string, database: JourneyDatabase, demo: Demo): Promise<Asker> {
  const grants = [{ accessRole: 'moderator' as const, teamId: null, roleId: demo.role('Incident manager') }];
  const { email } = await addUser(database, demo.id, { name: 'Moderator of a role', grants });
  return enter(origin, database, demo, 'moderatorOfRole', { email, password: testPassword });
}

async function enter(
  origin: string,
  database: JourneyDatabase,
  demo: Demo,
  name: string,
  { email, password }: { email: string; password: string },
): Promise<Asker> {
  const answer = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ email, password, returnTo: '/' }),
    redirect: 'manual',
    headers: { origin },
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (answer.status !== 302 || !cookie) throw new Error(`${email} could not sign in: ${answer.status}`);
  const { rows } = await database.ownerPool.query<{ id: string }>('select id from app_user where email = $1', [email]);
  const resolved = await resolveViewer(database.tenant(demo.id), rows[0]!.id, new Date());
  return askerWith(origin, name, resolved?.viewer ?? null, { cookie });
}

/** Another program, with a key of the organisation. */
export async function keyHolder(origin: string, database: JourneyDatabase, organisationId: string, access: 'read' | 'write'): Promise<Asker> {
  const administrator = await contextAs(database, { accessRole: 'administrator', organisationId, alsoLeads: true, now: new Date() });
  const { apiKeyId, key } = await createApiKey(administrator, { name: 'Test', access });
  // The first call in an hour notes that its key is in use, which is no part of what it was asked to do.
  await database.ownerPool.query('update api_key set last_used_at = now() where id = $1', [apiKeyId]);
  const { viewer } = await contextAs(database, { accessRole: `api-${access}`, organisationId });
  return askerWith(origin, `API key (${access})`, viewer, { authorization: `Bearer ${key}` });
}

/** One asker of each kind: all accounts of the demo, a moderator of one role, a stranger, and both keys. */
export async function everyAsker(origin: string, database: JourneyDatabase, demo: Demo): Promise<Asker[]> {
  const askers = [stranger(origin)];
  for (const role of Object.keys(demo.accounts) as DemoRole[]) askers.push(await signedIn(origin, database, demo, role));
  askers.push(await moderatorOfRole(origin, database, demo));
  for (const access of ['read', 'write'] as const) askers.push(await keyHolder(origin, database, demo.id, access));
  return askers;
}
