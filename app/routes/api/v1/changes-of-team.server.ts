import { countChanges } from '#app/services/capability/picture/count-changes.server.ts';

/** Asks ahead how often the pictures of the team in the address have changed, so that an unchanged answer takes one message in all. */
export const changesOfTeam = (organisationId: string, parameter: (name: string) => string) => countChanges(organisationId, parameter('teamId'));
