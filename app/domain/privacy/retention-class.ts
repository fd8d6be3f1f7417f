/** Records that are kept for the same time. What the application needs for minutes only is no class. */
export const retentionClasses = {
  leavers: {
    title: 'People who have left',
    what: 'Name, e-mail address, placements and every assessment of somebody who has left, from their last day on.',
    standardDays: 730,
    minimumDays: 30,
    maximumDays: 3650,
  },
  'superseded-assessments': {
    title: 'Assessments that a newer one has replaced',
    what: 'Older answers of the same source for the same skill, from the day of the assessment on. The newest of each is kept.',
    standardDays: 2190,
    minimumDays: 365,
    maximumDays: 3650,
  },
  audit: {
    title: 'Audit',
    what: 'Who did, saw or was refused what, from the moment it happened on. The last year is always kept.',
    standardDays: 2190,
    minimumDays: 365,
    maximumDays: 3650,
  },
  mails: {
    title: 'Mails',
    what: 'What this service has sent, or has given up sending, from the moment it was written on.',
    standardDays: 90,
    minimumDays: 7,
    maximumDays: 730,
  },
  'ended-invitations': {
    title: 'Invitations that have ended',
    what: 'Invitations that were accepted or withdrawn or have run out, from that moment on.',
    standardDays: 30,
    minimumDays: 1,
    maximumDays: 365,
  },
} as const satisfies Record<string, RetentionClass>;

/** What is kept, from when its time counts, and for how many days: as standard, at least and at most. */
export interface RetentionClass {
  title: string;
  what: string;
  standardDays: number;
  minimumDays: number;
  maximumDays: number;
}

export type RetentionClassName = keyof typeof retentionClasses;

export const retentionClassNames = Object.keys(retentionClasses) as RetentionClassName[];

/** Days for which each class is kept. */
export type RetentionPeriods = Record<RetentionClassName, number>;
