import { assessingSections } from './assessing-sections.ts';

/** What an export is made of: each subject with what it says and the words for its columns, in reading order. */
export const exportSections = {
  account: {
    title: 'Account',
    columns: { name: 'Name', email: 'E-mail address', hasPassword: 'Has a password', emailProvenAt: 'A mail reached this address', createdAt: 'Made' },
  },
  authenticators: {
    title: 'Authenticator app',
    columns: { createdAt: 'Set up', confirmedAt: 'Confirmed', lastUsedAt: 'Last used' },
  },
  recoveryCodes: { title: 'Recovery codes', columns: { createdAt: 'Made', usedAt: 'Used' } },
  passkeys: {
    title: 'Passkeys',
    columns: { name: 'Name', transports: 'Ways it is reached', createdAt: 'Set up', lastUsedAt: 'Last used' },
  },
  passwordResets: {
    title: 'Links to a new password',
    columns: { createdAt: 'Asked for', expiresAt: 'Ends', usedAt: 'Used' },
  },
  sessions: {
    title: 'Where you are signed in',
    columns: {
      isHere: 'In this organisation',
      method: 'Way of signing in',
      isBound: 'By single sign-on only',
      source: 'Network address',
      userAgent: 'Browser',
      createdAt: 'Signed in',
      lastSeenAt: 'Last used',
      expiresAt: 'Ends',
      secondFactorAt: 'Second factor shown',
      awaits: 'Still owed',
    },
  },
  memberships: {
    title: 'Membership of the organisation',
    columns: { createdAt: 'Since', suspendedAt: 'Suspended', lastSignedInAt: 'Last signed in' },
  },
  grants: {
    title: 'Access that was granted',
    columns: { accessRole: 'Access', team: 'Team', role: 'Role', createdAt: 'Granted' },
  },
  externalIdentities: {
    title: 'Single sign-on',
    columns: { issuer: 'Provider', subject: 'Known there as', createdAt: 'First used', lastUsedAt: 'Last used' },
  },
  person: {
    title: 'Staff record',
    columns: {
      name: 'Name',
      email: 'E-mail address',
      grade: 'Grade',
      startsOn: 'First day',
      leavesOn: 'Last day',
      createdAt: 'Recorded',
    },
  },
  placements: {
    title: 'Teams and role levels',
    columns: { team: 'Team', roleLevel: 'Role level', startsOn: 'From', endsOn: 'Until, not including', createdAt: 'Recorded' },
  },
  currentLevels: {
    title: 'Levels as they stand',
    columns: {
      skill: 'Skill',
      expectedLevel: 'Expected',
      agreedLevel: 'Agreed',
      agreedOn: 'Agreed on',
      agreedExemptUntil: 'Exempt until',
      disputed: 'Disputed',
      needsReview: 'Wording changed its meaning since',
      managerLevel: 'Manager',
      managerOn: 'Manager on',
      selfLevel: 'Self',
      selfOn: 'Self on',
    },
  },
  ...assessingSections,
  recordedOfOthers: {
    title: 'Assessments recorded of other people',
    columns: { recordedAt: 'Recorded', skill: 'Skill', source: 'Source' },
  },
  invitations: {
    title: 'Invitations received',
    columns: {
      name: 'Name',
      email: 'E-mail address',
      createdAt: 'Sent',
      expiresAt: 'Ends',
      acceptedAt: 'Accepted',
      revokedAt: 'Withdrawn',
    },
  },
  invitationGrants: {
    title: 'Access that invitations offered',
    columns: { invitedAt: 'Invitation of', accessRole: 'Access', team: 'Team', role: 'Role' },
  },
  invitationsSent: { title: 'Invitations sent to others', columns: { createdAt: 'Sent' } },
  mails: {
    title: 'Mails',
    columns: {
      createdAt: 'Written',
      sentAt: 'Sent',
      state: 'State',
      attempts: 'Attempts',
      lastError: 'What went wrong',
      kind: 'Kind',
      toName: 'To',
      toAddress: 'Address',
      subject: 'Subject',
      body: 'Text',
    },
  },
  noticesWritten: { title: 'Texts of the organisation last changed', columns: { kind: 'Text', updatedAt: 'Changed' } },
  auditAbout: {
    title: 'Who saw or changed this record',
    columns: { at: 'When', actor: 'Who', action: 'What', subject: 'Of', detail: 'Detail' },
  },
  auditBy: {
    title: 'What this person did',
    columns: { at: 'When', name: 'As', action: 'What', subject: 'Of', detail: 'Detail' },
  },
} as const satisfies Record<string, { title: string; columns: Record<string, string> }>;

export type ExportSection = keyof typeof exportSections;

export const exportSectionNames = Object.keys(exportSections) as ExportSection[];

/** Moments and days as ISO texts. */
export type ExportValue = string | number | boolean | null | readonly string[];

type RowOf<S extends ExportSection> = Record<keyof (typeof exportSections)[S]['columns'], ExportValue>;

/** The rows of each subject; one that is left out was not asked for, or must not be told. */
export type ExportRows = { [S in ExportSection]?: RowOf<S>[] };
