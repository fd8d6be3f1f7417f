/** What an audit can be searched for: actions by the word before their full stop. */
export const auditGroups = [
  { key: 'views', label: 'Ratings looked at', words: ['ratings'] },
  { key: 'assessments', label: 'Assessments', words: ['assessment', 'answer', 'dispute', 'moderation', 'evidence', 'objective', 'score', 'scoring-scheme'] },
  { key: 'cycles', label: 'Rounds', words: ['cycle'] },
  { key: 'imports', label: 'Imports', words: ['import'] },
  { key: 'refusals', label: 'Refusals', words: ['access'] },
  { key: 'exports', label: 'Exports', words: ['export'] },
  {
    key: 'sign-in',
    label: 'Signing in and credentials',
    words: ['sign-in', 'sign-out', 'session', 'password', 'second-factor', 'passkey', 'recovery-code', 'recovery-codes', 'account', 'identity'],
  },
  { key: 'users', label: 'Users, invitations and keys', words: ['user', 'grants', 'invitation', 'api-key'] },
  { key: 'people', label: 'Teams and people', words: ['person', 'team', 'coverage-rule'] },
  { key: 'framework', label: 'Framework', words: ['framework', 'job-description'] },
  {
    key: 'settings',
    label: 'Organisation, notices and retention',
    words: ['organisation', 'settings', 'notice', 'retention', 'identity-provider', 'mail', 'audit'],
  },
] as const;

export type AuditGroup = (typeof auditGroups)[number]['key'];
