import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment, organisationId, skillLevelColumn } from './columns.ts';
import { skill } from './framework.ts';
import { person } from './people.ts';

/**
 * What a person is to work on in a skill until a day, agreed between them and those who assess them. Either may change it and say
 * how it ended; who last did stands in it, and the audit has each turn.
 */
export const objective = pgTable(
  'objective',
  {
    organisationId: organisationId(),
    id: uuid('id').notNull(),
    personId: uuid('person_id').notNull(),
    skillId: uuid('skill_id').notNull(),
    words: text('words').notNull(),
    /** The skill level to reach; null where none is to be reached, such as for keeping in practice. */
    targetLevel: skillLevelColumn('target_level'),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    addedByUserId: uuid('added_by_user_id'),
    addedByName: text('added_by_name').notNull(),
    addedAt: moment('added_at').notNull(),
    /** Who last changed what is to be done, or opened it again; null where nobody has. */
    changedByUserId: uuid('changed_by_user_id'),
    changedByName: text('changed_by_name'),
    changedAt: moment('changed_at'),
    /** Null while it is open. */
    outcome: text('outcome').$type<'met' | 'partly-met' | 'not-met' | 'dropped'>(),
    outcomeWords: text('outcome_words'),
    endedByUserId: uuid('ended_by_user_id'),
    endedByName: text('ended_by_name'),
    endedAt: moment('ended_at'),
    /** Grows by one with each change, so that a form filled in on an older state is refused. */
    revision: integer('revision').notNull().default(1),
    /** Withdrawn by who added it, as a mistake: shown to nobody, kept until retention or erasure removes it. */
    withdrawnAt: moment('withdrawn_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    index('objective_by_person').on(t.organisationId, t.personId, t.skillId),
    check('objective_target_in_range', sql`${t.targetLevel} is null or ${t.targetLevel} between 1 and 9`),
    check('objective_outcome_known', sql`${t.outcome} is null or ${t.outcome} in ('met', 'partly-met', 'not-met', 'dropped')`),
    check('objective_changed_whole', sql`(${t.changedAt} is null) = (${t.changedByName} is null)`),
    check(
      'objective_ended_whole',
      sql`(${t.outcome} is null) = (${t.endedAt} is null) and (${t.endedAt} is null) = (${t.endedByName} is null) and (${t.outcome} is not null or ${t.outcomeWords} is null)`,
    ),
    foreignKey({ name: 'objective_person_fk', columns: [t.organisationId, t.personId], foreignColumns: [person.organisationId, person.id] }),
    foreignKey({ name: 'objective_skill_fk', columns: [t.organisationId, t.skillId], foreignColumns: [skill.organisationId, skill.id] }),
  ],
);
