import type { Viewer } from '#app/domain/access/viewer.ts';
import type { TenantDatabase } from '#db/tenant.ts';

/**
 * What every service is given: who asks, the database seen from their organisation, and the time.
 * Made only by requireContext, requireApiContext, commandContext and, in tests, contextAs.
 */
export interface Context {
  viewer: Viewer;
  db: TenantDatabase;
  now: Date;
}

/** What the person can put right: said in plain words, at the field it belongs to. */
export interface Problem {
  /** The form field, or null for the form as a whole. */
  field: string | null;
  message: string;
}

/** What a write answers: done, or what the person can put right. Nothing is stored with a problem. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };
