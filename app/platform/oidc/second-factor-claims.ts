/** Asked for with `acr_values`, and taken as the answer: the class for "more than one factor" that providers share. */
export const multiFactorClass = 'http://schemas.openid.net/pape/policies/2007/06/multi-factor';

const multiFactorClasses = new Set([multiFactorClass, 'https://refeds.org/profile/mfa']);
/** Something that one has, held by a key in hardware; and what shows the person in front of it. RFC 8176, section 2. */
const possession = ['hwk', 'sc'];
const verification = ['pin', 'fpt', 'face', 'iris', 'retina'];

/**
 * Whether an ID token says in so many words that two factors were shown: `amr` with `mfa`, or with a key in
 * hardware or a smart card beside a PIN or a part of the body (RFC 8176); `acr` with a class that means it.
 * Everything else counts for one: a text message with a password is not told apart from a guess at it.
 */
export function saysTwoFactors({ amr, acr }: Readonly<Record<string, unknown>>): boolean {
  if (typeof acr === 'string' && multiFactorClasses.has(acr)) return true;
  if (!Array.isArray(amr)) return false;
  const shows = (methods: readonly string[]) => methods.some((method) => amr.includes(method));
  return amr.includes('mfa') || (shows(possession) && shows(verification));
}
