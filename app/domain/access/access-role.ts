/** What someone is in an organisation; an API key acts as one of the last two. */
export const accessRoles = [
  'administrator',
  'head-of-service',
  'team-manager',
  'moderator',
  'team-member',
  'analyst',
  'api-read',
  'api-write',
] as const;

export type AccessRole = (typeof accessRoles)[number];

/** What a user can be granted; the others are what keys are. */
export type GrantableRole = Exclude<AccessRole, 'api-read' | 'api-write'>;

/** A grant, resolved: which teams it reaches. `all` is the whole organisation. */
export interface ResolvedGrant {
  accessRole: AccessRole;
  teamIds: ReadonlySet<string> | 'all';
  /** Only people of these roles of the framework; left out, people of every role. */
  roleIds?: ReadonlySet<string>;
}
