import type { Action } from './action.ts';
import { compoundActions } from './compound-actions.ts';
import { permissionTable } from './permission-table.ts';
import type { Viewer } from './viewer.ts';

/**
 * Whether any of the viewer's grants holds this action at all, wherever it reaches. For menus:
 * an entry is shown to somebody who may use it somewhere; what it leads to asks again.
 */
export function mayBeAnywhere(viewer: Viewer, action: Action): boolean {
  const parts = compoundActions[action];
  if (parts) return parts.every((part) => mayBeAnywhere(viewer, part));
  return viewer.grants.some((grant) => permissionTable[grant.accessRole][action] !== undefined);
}
