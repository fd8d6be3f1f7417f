import type { Action } from './action.ts';
import { compoundActions } from './compound-actions.ts';
import { permissionTable } from './permission-table.ts';
import type { AccessSubject, Viewer } from './viewer.ts';

/** Nobody judges themselves: these stay closed on one's own record, whatever the grants. */
const neverOnOneself: ReadonlySet<Action> = new Set(['assess-manager', 'assess-agreed', 'moderate-levels', 'confirm-scores', 'erase-person']);

/** Nor does anybody grant themselves anything: these stay closed on one's own account. */
const neverOnOwnAccount: ReadonlySet<Action> = new Set(['manage-access']);

/**
 * Whether this viewer may do this to this subject. The server and the buttons ask here and nowhere else.
 * An action that reaches a subtree needs the subject's team; without one only a grant on the whole
 * organisation reaches it. A grant on roles reaches people of those roles, and nothing that has none.
 * Never throws.
 */
export function isPermitted(viewer: Viewer, action: Action, subject: AccessSubject = {}): boolean {
  const parts = compoundActions[action];
  if (parts) return parts.every((part) => isPermitted(viewer, part, subject));
  const isOneself = viewer.personId !== null && subject.personId === viewer.personId;
  if (isOneself && neverOnOneself.has(action)) return false;
  const isOwnAccount = viewer.userId !== null && subject.userId === viewer.userId;
  if (isOwnAccount && neverOnOwnAccount.has(action)) return false;
  return viewer.grants.some((grant) => {
    switch (permissionTable[grant.accessRole][action]) {
      case 'organisation':
        return true;
      case 'subtree':
        if (grant.roleIds && !(typeof subject.roleId === 'string' && grant.roleIds.has(subject.roleId))) return false;
        if (grant.teamIds === 'all') return true;
        return typeof subject.teamId === 'string' && grant.teamIds.has(subject.teamId);
      case 'self':
        return isOneself;
      default:
        return false;
    }
  });
}
