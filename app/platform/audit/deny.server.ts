import type { Action } from '#app/domain/access/action.ts';
import { type OwnDeed, ownDeeds } from '#app/domain/access/own-deed.ts';
import type { AccessSubject } from '#app/domain/access/viewer.ts';
import type { Context } from '#app/platform/context.ts';
import { recordDenial } from './record-denial.server.ts';
import { forbidden } from '#app/platform/responses.server.ts';

/**
 * Refuses the viewer what they wanted, with a 403 response, and has that recorded. Services and routes refuse
 * by this and by nothing else. What is the viewer's own is recorded on their user, unless told otherwise.
 */
export function deny(context: Pick<Context, 'viewer' | 'now'>, wanted: Action | OwnDeed, subject?: AccessSubject): never {
  const { userId } = context.viewer;
  const own: AccessSubject = wanted in ownDeeds && userId !== null ? { userId } : {};
  recordDenial(context, wanted, subject ?? own);
  throw forbidden();
}
