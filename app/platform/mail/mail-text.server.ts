import { unseal } from '#app/platform/secret/secret-box.server.ts';
import { fillLink } from './fill-link.ts';
import { linkPurpose } from './queue-mail.server.ts';

/**
 * The text of a stored mail with its link; null where the link was sealed with another key than this one, or
 * than the server's own.
 */
export function mailText({ body, sealedLink }: { body: string; sealedLink: string | null }, key?: Buffer): string | null {
  if (sealedLink === null) return body;
  try {
    return fillLink(body, unseal(sealedLink, linkPurpose, key));
  } catch {
    return null;
  }
}
