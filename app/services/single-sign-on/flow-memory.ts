import type { Begun } from '#app/platform/oidc/begin-authorization.server.ts';

/** What is done with the identity once the browser is back. */
export type FlowPurpose =
  | { purpose: 'sign-in'; userId: null; returnTo: string; invitationToken: string | null }
  /** Linked to this user, and to no other. */
  | { purpose: 'link'; userId: string; returnTo: string; invitationToken: null };

/** What is remembered of a browser that was sent to a provider. */
export type FlowMemory = Begun & FlowPurpose & { organisationId: string; slug: string; issuer: string };
