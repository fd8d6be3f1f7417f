import { bigint, date, foreignKey, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { organisationId } from './columns.ts';
import { cycle } from './cycles.ts';
import { skill } from './framework.ts';
import { organisation } from './organisation.ts';
import { team } from './people.ts';

/**
 * Counts what has changed in the pictures of a whole organisation: its teams, names, framework, rules and settings.
 * One more in the transaction of each such write.
 */
export const organisationRevision = pgTable('organisation_revision', {
  organisationId: organisationId()
    .primaryKey()
    .references(() => organisation.id),
  revision: bigint('revision', { mode: 'number' }).notNull().default(1),
});

/**
 * Counts what has changed in the pictures of one team's own people: levels, placements and expectations. Only ever
 * grows, so that the sum over a subtree changes with each of them. Written under the team's advisory lock.
 */
export const teamRevision = pgTable(
  'team_revision',
  {
    organisationId: organisationId(),
    teamId: uuid('team_id').notNull(),
    revision: bigint('revision', { mode: 'number' }).notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.teamId] }),
    foreignKey({ name: 'team_revision_team_fk', columns: [t.organisationId, t.teamId], foreignColumns: [team.organisationId, team.id] }).onDelete('cascade'),
  ],
);

/**
 * What `team_skill_summary` said when a round was closed, for the round's teams: how a service stood then, which later
 * moves and releases do not change. Written in the transaction that closes the round.
 */
export const teamSkillSnapshot = pgTable(
  'team_skill_snapshot',
  {
    organisationId: organisationId(),
    cycleId: uuid('cycle_id').notNull(),
    teamId: uuid('team_id').notNull(),
    skillId: uuid('skill_id').notNull(),
    expected: integer('expected').notNull(),
    assessed: integer('assessed').notNull(),
    met: integer('met').notNull(),
    /** As in `team_skill_summary`. */
    atLevel: integer('at_level').array().notNull(),
    oldestAgreedOn: date('oldest_agreed_on', { mode: 'string' }),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.cycleId, t.teamId, t.skillId] }),
    foreignKey({ name: 'team_skill_snapshot_cycle_fk', columns: [t.organisationId, t.cycleId], foreignColumns: [cycle.organisationId, cycle.id] }).onDelete('cascade'),
    foreignKey({ name: 'team_skill_snapshot_team_fk', columns: [t.organisationId, t.teamId], foreignColumns: [team.organisationId, team.id] }).onDelete('cascade'),
    foreignKey({ name: 'team_skill_snapshot_skill_fk', columns: [t.organisationId, t.skillId], foreignColumns: [skill.organisationId, skill.id] }),
  ],
);
