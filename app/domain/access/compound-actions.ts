import type { Action } from './action.ts';

/**
 * What takes several permissions at once. A key is shown to whoever makes it and reads everybody's ratings:
 * making one takes the right to give access and the right to read them all, or an administrator, who sees no
 * ratings, would see them with a key.
 */
export const compoundActions: Partial<Record<Action, readonly Action[]>> = {
  'make-key': ['manage-access', 'read-ratings'],
};
