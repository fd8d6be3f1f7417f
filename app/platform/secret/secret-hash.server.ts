import { hash, timingSafeEqual } from 'node:crypto';

/**
 * What is stored of a secret that we made ourselves (session token, API key, first-run token):
 * SHA-256, in hexadecimal. Such secrets are long and random, so a slow hash would add nothing;
 * passwords go through password.server.ts.
 */
export function hashSecret(secret: string): string {
  return hash('sha256', secret, 'hex');
}

/** Whether a secret is the one with this hash, in a time that does not depend on where they differ. */
export function matchesHash(secret: string, storedHash: string): boolean {
  const given = Buffer.from(hashSecret(secret));
  const stored = Buffer.from(storedHash);
  return given.length === stored.length && timingSafeEqual(given, stored);
}
