import { waitInWords } from '#app/domain/access/wait-in-words.ts';
import type { Problem } from '#app/platform/context.ts';

/** What came of something that is throttled. `retryAfterSeconds` is set where nothing was looked at, because there were too many tries. */
export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem; retryAfterSeconds: number | null };

/** The person can put this right: what is wrong, at which field, and what to do. */
export function refuse(field: string | null, message: string): Answer<never> {
  return { ok: false, problem: { field, message }, retryAfterSeconds: null };
}

/** One guess too many, with the seconds until the next is looked at. */
export function tooMany(retryAfterSeconds: number): Answer<never> {
  return { ok: false, problem: { field: null, message: `Too many attempts. ${waitInWords(retryAfterSeconds)}` }, retryAfterSeconds };
}
