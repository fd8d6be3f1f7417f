/** What someone is in an organisation; an API key acts as one of the last two. */
export const accessRoles = [
  'administrator',
  'head-of-service',
  'team-manager',
  'team-member',
  'analyst',
  'api-read',
  'api-write',
] as const;

export type AccessRole = (typeof accessRoles)[number];

/** A grant, resolved: which teams it reaches. `all` is the whole organisation. */
export interface ResolvedGrant {
  accessRole: AccessRole;
  teamIds: ReadonlySet<string> | 'all';
}
