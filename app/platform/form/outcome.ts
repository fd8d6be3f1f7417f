import type { Outcome } from '#app/platform/context.ts';

/** The write is done. */
export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** The person can put this right: what is wrong, at which field, and what to do. */
export function refused<T>(field: string | null, message: string): Outcome<T> {
  return { ok: false, problem: { field, message } };
}
