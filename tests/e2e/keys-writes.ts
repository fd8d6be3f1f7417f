import type { Write } from './write.ts';

/** The keys of the API. Only made: the askers hold those that could be revoked. */
export const keysWrites: Record<string, Write[]> = {
  '/settings/keys': [{ needs: 'manage-access', named: 'in the address', body: () => new URLSearchParams({ name: 'Staff list', access: 'read' }) }],
};
