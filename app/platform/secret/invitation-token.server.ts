import { randomBytes } from 'node:crypto';

const pattern = /^([0-9a-f]{32})_[A-Za-z0-9_-]{43}$/;

/** A new token for an invitation of an organisation: `<organisation id>_<secret>`. Only its hash is stored. */
export function makeInvitationToken(organisationId: string): string {
  return `${organisationId.replaceAll('-', '')}_${randomBytes(32).toString('base64url')}`;
}

/** The organisation that a token says it belongs to; null when it is no token. Says nothing about whether the token is known. */
export function organisationOfInvitation(token: string): string | null {
  const hex = pattern.exec(token)?.[1];
  return hex === undefined ? null : hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
