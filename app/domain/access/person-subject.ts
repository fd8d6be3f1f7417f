import type { AccessSubject } from './viewer.ts';

/**
 * A person as permissions see them: who they are, the team they stand in and the role they hold there, each
 * null where there is none. Whoever asks about a person asks with all three, so that grants on a team, on a
 * role and on oneself reach exactly whom they should.
 */
export function personSubject(person: { id: string; teamId: string | null; roleId: string | null }): AccessSubject {
  return { personId: person.id, teamId: person.teamId, roleId: person.roleId };
}
