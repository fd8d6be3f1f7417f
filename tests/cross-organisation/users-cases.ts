import { changeGrants } from '#app/services/members/change-grants.server.ts';
import { lockMember } from '#app/services/members/lock-member.server.ts';
import { readMember } from '#app/services/members/read-member.server.ts';
import { readMembers } from '#app/services/members/read-members.server.ts';
import { removeMember } from '#app/services/members/remove-member.server.ts';
import { restoreMember } from '#app/services/members/restore-member.server.ts';
import { suspendMember } from '#app/services/members/suspend-member.server.ts';
import type { Cases } from './scene.ts';

/** Users of an organisation and what they may do. */
export const usersCases: Cases = {
  'members/change-grants': [
    ['404', ({ context, b }) => changeGrants(context, b.users.head, { grants: [], seenIds: [] })],
    [
      'refused',
      async ({ context, a, b }) => {
        const seenIds = (await readMember(context, a.users.manager)).grants.map(({ id }) => id);
        return changeGrants(context, a.users.manager, { grants: [{ accessRole: 'team-manager', teamId: b.teams.boats, roleId: null }], seenIds });
      },
    ],
  ],
  'members/lock-member': [['404', ({ inA, b }) => inA((tx, inside) => lockMember(tx, inside, b.users.head))]],
  'members/read-member': [['404', ({ context, b }) => readMember(context, b.users.head)]],
  'members/read-members': [['nothing', ({ context }) => readMembers(context)]],
  'members/remove-member': [['404', ({ context, b }) => removeMember(context, b.users.head)]],
  'members/restore-member': [['404', ({ context, b }) => restoreMember(context, b.users.head)]],
  'members/suspend-member': [['404', ({ context, b }) => suspendMember(context, b.users.head)]],
};
