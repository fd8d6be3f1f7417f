import type { WantedGrant } from './judge-grants.server.ts';

/** For how long an invitation can be accepted: seven days, in milliseconds. */
export const invitationLasts = 7 * 24 * 3_600_000;

/** Whom to invite, and as what. */
export interface NewInvitation {
  email: string;
  name: string;
  /** The person of the organisation that the user will be; null where they are none. */
  personId: string | null;
  grants: readonly WantedGrant[];
}

export type InvitationState = 'open' | 'expired' | 'accepted' | 'revoked';
