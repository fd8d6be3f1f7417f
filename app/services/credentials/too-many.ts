import { waitInWords } from '#app/domain/access/wait-in-words.ts';
import { type Answer, refuse } from './refuse.ts';

/** The refusal of one guess too many, with the seconds until the next is looked at. */
export function tooMany(retryAfterSeconds: number): Answer<never> {
  return refuse(null, `Too many attempts. ${waitInWords(retryAfterSeconds)}`, retryAfterSeconds);
}
