import type { ResolvedGrant } from './access-role.ts';

/** Who is asking, in which organisation, and what they were granted. */
export interface Viewer {
  /** Null for an API key or a command. */
  userId: string | null;
  name: string;
  organisationId: string;
  organisationName: string;
  /** The person this viewer is in the organisation; null where they are none. */
  personId: string | null;
  grants: readonly ResolvedGrant[];
  /** How they signed in; left out for keys and commands. */
  session?: ViewerSession;
}

/** What a viewer has shown of themselves, and where that counts. */
export interface ViewerSession {
  publicId: string;
  method: 'password' | 'passkey' | 'single-sign-on';
  hasSecondFactor: boolean;
  /** Signed in on the word of this one organisation: no other is open to them, nor are their credentials. */
  isBound: boolean;
}

/** What an action is about. Leave out what does not apply. */
export interface AccessSubject {
  /** The team that the action is about, or the team of the person. Null: a person in no team. */
  teamId?: string | null;
  personId?: string;
  /** The role, in the framework, of the person. Null: a person without one. */
  roleId?: string | null;
  /** The user that the action is about. */
  userId?: string;
}
