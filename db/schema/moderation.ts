import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { assessment } from './assessments.ts';
import { moment, organisationId, skillLevelColumn } from './columns.ts';
import { cycle } from './cycles.ts';
import { skill } from './framework.ts';
import { person } from './people.ts';

/** What backs a level: private to the person, to those who assess them and to moderators. */
export const evidence = pgTable(
  'evidence',
  {
    organisationId: organisationId(),
    id: uuid('id').notNull(),
    personId: uuid('person_id').notNull(),
    skillId: uuid('skill_id').notNull(),
    /** 1 by the person themself, 2 by who assesses them. */
    source: smallint('source').notNull(),
    /** Either the four fields or this one. */
    summary: text('summary'),
    situation: text('situation'),
    task: text('task'),
    action: text('action'),
    result: text('result'),
    /** Addresses beginning with https:// or http://. */
    links: text('links').array().notNull().default(sql`'{}'::text[]`),
    /** When it happened: a day, or the first and the last of several. */
    happenedOn: date('happened_on', { mode: 'string' }),
    happenedUntil: date('happened_until', { mode: 'string' }),
    authorUserId: uuid('author_user_id'),
    authorName: text('author_name').notNull(),
    addedAt: moment('added_at').notNull(),
    /** When its author last changed its words; null where they never did. */
    changedAt: moment('changed_at'),
    /** Grows by one with each change, so that a form filled in on an older state is refused. */
    revision: integer('revision').notNull().default(1),
    /** Withdrawn by its author: shown to nobody, kept until retention or erasure removes it. */
    withdrawnAt: moment('withdrawn_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    index('evidence_by_person').on(t.organisationId, t.personId, t.skillId),
    check('evidence_source_known', sql`${t.source} in (1, 2)`),
    check('evidence_says_something', sql`coalesce(${t.summary}, ${t.situation}, ${t.task}, ${t.action}, ${t.result}) is not null`),
    check('evidence_ends_after_beginning', sql`${t.happenedUntil} is null or ${t.happenedUntil} >= ${t.happenedOn}`),
    foreignKey({ name: 'evidence_person_fk', columns: [t.organisationId, t.personId], foreignColumns: [person.organisationId, person.id] }),
    foreignKey({ name: 'evidence_skill_fk', columns: [t.organisationId, t.skillId], foreignColumns: [skill.organisationId, skill.id] }),
  ],
);

/**
 * A person does not agree with an agreed level, and says why. At most one is open for a person and skill. Where retention
 * erases the assessment, what was said about it goes too.
 */
export const dispute = pgTable(
  'dispute',
  {
    organisationId: organisationId(),
    id: uuid('id').notNull(),
    personId: uuid('person_id').notNull(),
    skillId: uuid('skill_id').notNull(),
    cycleId: uuid('cycle_id'),
    /** The agreed assessment that is disputed. */
    assessmentId: uuid('assessment_id').notNull(),
    words: text('words').notNull(),
    raisedByUserId: uuid('raised_by_user_id'),
    raisedOn: date('raised_on', { mode: 'string' }).notNull(),
    raisedAt: moment('raised_at').notNull(),
    /** `withdrawn` by the person; `kept` and `changed` by a moderator, with a decision. */
    outcome: text('outcome').$type<'kept' | 'changed' | 'withdrawn'>(),
    settledOn: date('settled_on', { mode: 'string' }),
    settledAt: moment('settled_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    uniqueIndex('dispute_one_open').on(t.organisationId, t.personId, t.skillId).where(sql`${t.settledAt} is null`),
    check('dispute_settled_whole', sql`(${t.outcome} is null) = (${t.settledAt} is null) and (${t.settledAt} is null) = (${t.settledOn} is null)`),
    check('dispute_outcome_known', sql`${t.outcome} is null or ${t.outcome} in ('kept', 'changed', 'withdrawn')`),
    foreignKey({ name: 'dispute_person_fk', columns: [t.organisationId, t.personId], foreignColumns: [person.organisationId, person.id] }),
    foreignKey({ name: 'dispute_skill_fk', columns: [t.organisationId, t.skillId], foreignColumns: [skill.organisationId, skill.id] }),
    foreignKey({ name: 'dispute_cycle_fk', columns: [t.organisationId, t.cycleId], foreignColumns: [cycle.organisationId, cycle.id] }),
    foreignKey({ name: 'dispute_assessment_fk', columns: [t.organisationId, t.assessmentId], foreignColumns: [assessment.organisationId, assessment.id] }).onDelete('cascade'),
  ],
);

/** What a moderator decided of one agreed level, and why. Added, never changed. */
export const moderationDecision = pgTable(
  'moderation_decision',
  {
    organisationId: organisationId(),
    id: uuid('id').notNull(),
    personId: uuid('person_id').notNull(),
    skillId: uuid('skill_id').notNull(),
    cycleId: uuid('cycle_id'),
    /** The dispute that it settles; null where nobody had disputed. */
    disputeId: uuid('dispute_id'),
    kind: text('kind').$type<'kept' | 'changed'>().notNull(),
    levelBefore: skillLevelColumn('level_before'),
    levelAfter: skillLevelColumn('level_after'),
    reason: text('reason').notNull(),
    decidedByUserId: uuid('decided_by_user_id'),
    decidedByName: text('decided_by_name').notNull(),
    decidedAt: moment('decided_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    index('moderation_decision_by_person').on(t.organisationId, t.personId, t.skillId),
    check('moderation_decision_kind_known', sql`${t.kind} in ('kept', 'changed')`),
    foreignKey({ name: 'moderation_decision_person_fk', columns: [t.organisationId, t.personId], foreignColumns: [person.organisationId, person.id] }),
    foreignKey({ name: 'moderation_decision_skill_fk', columns: [t.organisationId, t.skillId], foreignColumns: [skill.organisationId, skill.id] }),
    foreignKey({ name: 'moderation_decision_cycle_fk', columns: [t.organisationId, t.cycleId], foreignColumns: [cycle.organisationId, cycle.id] }),
    foreignKey({ name: 'moderation_decision_dispute_fk', columns: [t.organisationId, t.disputeId], foreignColumns: [dispute.organisationId, dispute.id] }).onDelete('cascade'),
  ],
);
