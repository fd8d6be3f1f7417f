/**
 * What somebody wants that no grant gives and that may be refused all the same, mostly because of the session
 * they are in: as the audit keeps it, and in words after "was not allowed".
 */
export const ownDeeds = {
  'use-own-account': 'to do what only a user with an account can',
  'change-name': 'to change their name in every organisation',
  'change-password': 'to change their password',
  'change-credentials': 'to change their second factors',
  'link-sign-in': 'to link or unlink the sign-in service',
  'switch-organisation': 'to switch to another organisation',
  'read-own-data': 'to read their own data',
  'show-waiting-mails': 'to read the mails that wait, with their links',
} as const;

export type OwnDeed = keyof typeof ownDeeds;
