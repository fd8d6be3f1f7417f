import type { SessionSubject } from '#app/platform/session/session.server.ts';

/** Somebody who has signed in with a password alone, as startSession wants to be told. */
export function sessionSubject(userId: string, organisationId: string, wanted: Partial<SessionSubject> = {}): SessionSubject {
  return { userId, organisationId, method: 'password', secondFactorAt: null, awaits: null, boundOrganisationId: null, ...wanted };
}
