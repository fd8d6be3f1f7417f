import { createHmac, randomBytes } from 'node:crypto';
import { readCookie } from './read-cookie.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { matchesHash, hashSecret } from '#app/platform/secret/secret-hash.server.ts';

/** For how long a browser is known after its last sign-in. */
const lastsSeconds = 180 * 24 * 60 * 60;

/** Whose browser it is: the stored hash of their password is part of it, so that a new password forgets every browser. */
export interface DeviceOwner {
  userId: string;
  passwordHash: string;
}

function nameOf(isSecure: boolean): string {
  return `${isSecure ? '__Host-' : ''}capability-device`;
}

function sign(content: string, { userId, passwordHash }: DeviceOwner): string {
  const signed = ['known-device', userId, hashSecret(passwordHash), content].join('\n');
  return createHmac('sha256', runtime().secretKey).update(signed).digest('base64url');
}

/**
 * The Set-Cookie header that marks a browser as one in which this user has signed in (a "device cookie",
 * as OWASP describes it): guesses from there are counted by themselves, so that a stranger's cannot shut
 * the owner out. It lets nobody in. To be set after every sign-in with a password, and after a new password.
 */
export function rememberDevice(owner: DeviceOwner): string {
  const { now, origin } = runtime();
  const isSecure = origin.startsWith('https:');
  const device = randomBytes(16).toString('base64url');
  const content = `${owner.userId}.${device}.${Math.floor(now().getTime() / 1000)}`;
  const value = `${content}.${sign(content, owner)}`;
  return `${nameOf(isSecure)}=${value}; HttpOnly; Max-Age=${lastsSeconds}; Path=/; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}

/**
 * What guesses at this user's password are counted by when they come from a browser that is known for
 * this user: its own name. Null for every other browser, and for a cookie that is changed, older than 180
 * days, of somebody else, or from before the password was set.
 */
export function knownDevice(request: Request, owner: DeviceOwner): string | null {
  const { now, origin } = runtime();
  const value = readCookie(request, nameOf(origin.startsWith('https:')));
  const [, content, userId, device, at, signature] = /^(([0-9a-f-]{36})\.([\w-]{22})\.(\d{1,12}))\.([\w-]{43})$/.exec(value ?? '') ?? [];
  if (!content || !device || !signature || userId !== owner.userId) return null;
  if (!matchesHash(signature, hashSecret(sign(content, owner)))) return null;
  const age = now().getTime() / 1000 - Number(at);
  return age <= lastsSeconds ? `${userId} ${device}` : null;
}
