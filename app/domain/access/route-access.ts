import type { Action } from './action.ts';

/**
 * Who may come in at a route: anybody, anybody who is signed in, the bearer of an API key, or who
 * holds an action on what the address names (`anywhere`: on something, since it names nothing yet).
 * Declared by every route module as `handle.access`; the loader and action ask for themselves, and
 * the permission test compares the two.
 */
export type RouteAccess =
  | 'public'
  | 'signed-in'
  | { action: Action; subject: 'organisation' | 'team' | 'person' | 'user' | 'anywhere' };
