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
}

/** What an action is about. Leave out what does not apply. */
export interface AccessSubject {
  /** The team that the action is about, or the team of the person. Null: a person in no team. */
  teamId?: string | null;
  personId?: string;
}
