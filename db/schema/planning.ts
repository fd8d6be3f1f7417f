import { sql } from 'drizzle-orm';
import { check, foreignKey, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core';
import { moment, organisationId, skillLevelColumn } from './columns.ts';
import { skill } from './framework.ts';
import { team } from './people.ts';

/** What the service needs of a team subtree, whatever its roles are expected to hold. */
export const coverageRule = pgTable(
  'coverage_rule',
  {
    organisationId: organisationId(),
    id: uuid('id').notNull(),
    teamId: uuid('team_id').notNull(),
    skillId: uuid('skill_id').notNull(),
    minimumLevel: skillLevelColumn('minimum_level').notNull(),
    minimumPeople: smallint('minimum_people').notNull(),
    reason: text('reason'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique('coverage_rule_once').on(t.organisationId, t.teamId, t.skillId, t.minimumLevel),
    check('coverage_rule_level_in_range', sql`${t.minimumLevel} between 1 and 9`),
    check('coverage_rule_people_in_range', sql`${t.minimumPeople} between 1 and 999`),
    foreignKey({
      name: 'coverage_rule_team_fk',
      columns: [t.organisationId, t.teamId],
      foreignColumns: [team.organisationId, team.id],
    }),
    foreignKey({
      name: 'coverage_rule_skill_fk',
      columns: [t.organisationId, t.skillId],
      foreignColumns: [skill.organisationId, skill.id],
    }),
  ],
);
