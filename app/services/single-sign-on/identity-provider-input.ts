import { z } from 'zod';
import { plainText } from '#app/platform/form/typed-values.ts';

const wellKnown = /\/\.well-known\/openid-configuration\/?$/;
const issuerWanted = 'Enter the issuer: an address that begins with https://, without a question mark or #';

const isIssuer = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, search, hash } = new URL(text);
  // Plain http is for the tests' own providers; asking one anywhere else is refused when it is asked.
  return ['https:', 'http:'].includes(protocol) && username === '' && search === '' && hash === '';
};

const line = (message: string, longest: number) =>
  plainText(message).trim().min(1, message).max(longest, `${message}, at most ${longest} characters`);

/** What the form about the provider holds. Who pastes the address of the discovery document means its issuer. */
export const identityProviderInput = z.object({
  issuer: line(issuerWanted, 500)
    .transform((text) => text.replace(wellKnown, ''))
    .refine(isIssuer, issuerWanted),
  clientId: line('Enter the client ID that the provider gave you', 300),
  /** Empty keeps the one that is stored. */
  clientSecret: plainText().trim().max(1000, 'Enter a client secret of at most 1000 characters').default(''),
  label: line('Enter what your people call it, such as "your Civil Service account"', 80),
  enabled: z.literal('on').optional().transform((ticked) => ticked === 'on'),
  /** Ticked by who vouches that the provider asks everybody for a second factor. */
  asksSecondFactor: z.literal('on').optional().transform((ticked) => ticked === 'on'),
  /** Ticked once the person has read what another issuer does to the identities that are linked. */
  confirmIssuer: z.literal('on').optional().transform((ticked) => ticked === 'on'),
  /** 0 while there is none. */
  revision: z.coerce.number().int().min(0),
});

export type IdentityProviderInput = z.infer<typeof identityProviderInput>;
