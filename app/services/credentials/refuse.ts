import type { Problem } from '#app/platform/context.ts';

/** What came of showing or changing a credential. `retryAfterSeconds` is set where nothing was looked at, because there were too many tries. */
export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem; retryAfterSeconds: number | null };

/** The person can put this right; with seconds, once they are over. */
export function refuse(field: string | null, message: string, retryAfterSeconds: number | null = null): Answer<never> {
  return { ok: false, problem: { field, message }, retryAfterSeconds };
}
