import type { Action } from './action.ts';
import { permissionTable } from './permission-table.ts';
import type { AccessSubject, Viewer } from './viewer.ts';

/** Nobody judges themselves: these stay closed on one's own record, whatever the grants. */
const neverOnOneself: ReadonlySet<Action> = new Set(['assess-manager', 'assess-agreed']);

/**
 * Whether this viewer may do this to this subject. The server and the buttons ask here and nowhere else.
 * An action that reaches a subtree needs the subject's team; without one only a grant on the whole
 * organisation reaches it. Never throws.
 */
export function isPermitted(viewer: Viewer, action: Action, subject: AccessSubject = {}): boolean {
  const isOneself = viewer.personId !== null && subject.personId === viewer.personId;
  if (isOneself && neverOnOneself.has(action)) return false;
  return viewer.grants.some((grant) => {
    switch (permissionTable[grant.accessRole][action]) {
      case 'organisation':
        return true;
      case 'subtree':
        if (grant.teamIds === 'all') return true;
        return typeof subject.teamId === 'string' && grant.teamIds.has(subject.teamId);
      case 'self':
        return isOneself;
      default:
        return false;
    }
  });
}
