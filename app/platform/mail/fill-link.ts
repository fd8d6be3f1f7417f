import { linkPlace } from './queue-mail.server.ts';

/** The text of a mail with this in the place of its link. */
export function fillLink(body: string, link: string): string {
  return body.replaceAll(linkPlace, () => link);
}
