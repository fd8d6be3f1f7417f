import { nameKey } from '#app/domain/framework/name-key.ts';

/** What makes a role level one: its own name and that of its role. */
export function roleLevelKey(roleName: string, roleLevelName: string): string {
  return JSON.stringify([nameKey(roleName), nameKey(roleLevelName)]);
}
