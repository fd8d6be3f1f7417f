import { sql } from 'drizzle-orm';
import { bigint, boolean, check, date, foreignKey, index, integer, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core';
import { moment, organisationId, skillLevelColumn } from './columns.ts';
import { skill } from './framework.ts';
import { organisation } from './organisation.ts';
import { person, team } from './people.ts';

/** The yearly round of assessment and review, of the people of one team and of those under it. */
export const cycle = pgTable(
  'cycle',
  {
    organisationId: organisationId().references(() => organisation.id),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    /** Nothing is answered in a planned round or a closed one. */
    state: text('state').$type<'planned' | 'open' | 'closed'>().notNull().default('planned'),
    /** Null takes in the whole organisation. */
    teamId: uuid('team_id'),
    opensOn: date('opens_on', { mode: 'string' }).notNull(),
    closesOn: date('closes_on', { mode: 'string' }).notNull(),
    /** The last day for people's own levels; null where they are not asked. */
    selfDueOn: date('self_due_on', { mode: 'string' }),
    managerDueOn: date('manager_due_on', { mode: 'string' }),
    /** The last day for the conversation, in which levels are agreed. */
    conversationDueOn: date('conversation_due_on', { mode: 'string' }),
    /** The last day for moderation; null where agreed levels are not moderated, but for disputes. */
    moderationDueOn: date('moderation_due_on', { mode: 'string' }),
    /** True keeps self and manager levels from each other until both are handed in. */
    hidesVoices: boolean('hides_voices').notNull().default(true),
    remindsByMail: boolean('reminds_by_mail').notNull().default(true),
    openedAt: moment('opened_at'),
    closedAt: moment('closed_at'),
    closedByName: text('closed_by_name'),
    /** Why it was closed with something missing, in the words of whoever closed it. */
    closingNote: text('closing_note'),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique().on(t.organisationId, t.name),
    check('cycle_closes_after_opening', sql`${t.closesOn} >= ${t.opensOn}`),
    check('cycle_state_known', sql`${t.state} in ('planned', 'open', 'closed')`),
    foreignKey({ name: 'cycle_team_fk', columns: [t.organisationId, t.teamId], foreignColumns: [team.organisationId, team.id] }),
  ],
);

/** A person in a round, and how far they have come. Written when the round opens, or when somebody joins it. */
export const cycleParticipant = pgTable(
  'cycle_participant',
  {
    organisationId: organisationId(),
    cycleId: uuid('cycle_id').notNull(),
    personId: uuid('person_id').notNull(),
    /** The team they were in when they came into the round; of a closed round, when it closed. */
    teamId: uuid('team_id'),
    /** When the person, and when the manager, handed in; a hand-in can be taken back until the levels are shown. */
    selfInAt: moment('self_in_at'),
    managerInAt: moment('manager_in_at'),
    managerInUserId: uuid('manager_in_user_id'),
    managerInName: text('manager_in_name'),
    /** When what both said was shown to both and became part of the history. */
    revealedAt: moment('revealed_at'),
    /** When every expected skill had an answer agreed in this round. */
    agreedAt: moment('agreed_at'),
    agreedName: text('agreed_name'),
    moderatedAt: moment('moderated_at'),
    moderatedName: text('moderated_name'),
    /** Why the person sits this round out; null for everybody else. */
    exemptReason: text('exempt_reason'),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.cycleId, t.personId] }),
    index('cycle_participant_by_person').on(t.organisationId, t.personId),
    foreignKey({ name: 'cycle_participant_cycle_fk', columns: [t.organisationId, t.cycleId], foreignColumns: [cycle.organisationId, cycle.id] }),
    foreignKey({ name: 'cycle_participant_person_fk', columns: [t.organisationId, t.personId], foreignColumns: [person.organisationId, person.id] }),
    foreignKey({ name: 'cycle_participant_team_fk', columns: [t.organisationId, t.teamId], foreignColumns: [team.organisationId, team.id] }),
  ],
);

/**
 * What one voice answers of one skill and has not put on record: kept as it is typed, changed and cleared at will, and read by
 * nobody but that voice. Handing in, or recording outside a round, moves it into `assessment`, and the row goes.
 */
export const answer = pgTable(
  'answer',
  {
    organisationId: organisationId(),
    personId: uuid('person_id').notNull(),
    skillId: uuid('skill_id').notNull(),
    /** 1 self, 2 manager, 3 agreed. */
    source: smallint('source').notNull(),
    /** `none` stands where an answer was cleared, so that whoever saw the one before is told. */
    kind: text('kind').$type<'level' | 'not-observed' | 'exempt' | 'none'>().notNull(),
    level: skillLevelColumn('level'),
    exemptUntil: date('exempt_until', { mode: 'string' }),
    exemptReason: text('exempt_reason'),
    note: text('note'),
    ticks: text('ticks').array().notNull().default(sql`'{}'::text[]`),
    unchangedSince: date('unchanged_since', { mode: 'string' }),
    undefinedConfirmed: boolean('undefined_confirmed').notNull().default(false),
    /** The newest recorded assessment of this voice (`assessment.sequence`) that the writer had seen; 0 for none. */
    seenSequence: bigint('seen_sequence', { mode: 'number' }).notNull().default(0),
    /** Grows with each change of any answer and never comes again: what a page has seen of this one. */
    revision: bigint('revision', { mode: 'number' }).generatedAlwaysAsIdentity(),
    writerUserId: uuid('writer_user_id'),
    writerName: text('writer_name').notNull(),
    writtenAt: moment('written_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.personId, t.skillId, t.source] }),
    check('answer_source_known', sql`${t.source} between 1 and 3`),
    check('answer_kind_known', sql`${t.kind} in ('level', 'not-observed', 'exempt', 'none')`),
    check('answer_level_whole', sql`(${t.kind} = 'level') = (${t.level} is not null) and (${t.level} is null or ${t.level} between 0 and 9)`),
    check('answer_exempt_whole', sql`(${t.kind} = 'exempt') = (${t.exemptUntil} is not null) and (${t.kind} = 'exempt') = (${t.exemptReason} is not null)`),
    foreignKey({ name: 'answer_person_fk', columns: [t.organisationId, t.personId], foreignColumns: [person.organisationId, person.id] }),
    foreignKey({ name: 'answer_skill_fk', columns: [t.organisationId, t.skillId], foreignColumns: [skill.organisationId, skill.id] }),
  ],
);

/** Which reminders went out, so that none goes twice: one mail a day to a user at most, for one round. */
export const cycleReminder = pgTable(
  'cycle_reminder',
  {
    organisationId: organisationId(),
    cycleId: uuid('cycle_id').notNull(),
    userId: uuid('user_id').notNull(),
    sentOn: date('sent_on', { mode: 'string' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.cycleId, t.userId, t.sentOn] }),
    foreignKey({ name: 'cycle_reminder_cycle_fk', columns: [t.organisationId, t.cycleId], foreignColumns: [cycle.organisationId, cycle.id] }),
  ],
);
