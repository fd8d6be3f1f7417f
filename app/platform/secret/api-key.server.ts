import { randomBytes } from 'node:crypto';

const pattern = /^cm_([0-9a-f]{32})_[A-Za-z0-9_-]{43}$/;

/** A new API key of an organisation: `cm_<organisation id>_<secret>`. */
export function makeApiKey(organisationId: string): string {
  return `cm_${organisationId.replaceAll('-', '')}_${randomBytes(32).toString('base64url')}`;
}

/** The organisation that a key says it belongs to; null when it is no key. Says nothing about whether the key is known. */
export function organisationOfKey(key: string): string | null {
  const hex = pattern.exec(key)?.[1];
  return hex === undefined ? null : hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
