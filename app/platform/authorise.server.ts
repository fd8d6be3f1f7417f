import type { Action } from '#app/domain/access/action.ts';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import type { AccessSubject } from '#app/domain/access/viewer.ts';
import type { Context } from './context.ts';
import { deny } from '#app/platform/audit/deny.server.ts';

/**
 * Lets the viewer through, or throws a 403 response, which is recorded. Every service asks before it
 * reads or writes.
 */
export function authorise(context: Context, action: Action, subject: AccessSubject = {}): void {
  if (!isPermitted(context.viewer, action, subject)) deny(context, action, subject);
}
