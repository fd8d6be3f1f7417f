import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment, organisationId, skillLevelColumn } from './columns.ts';
import { cycle } from './cycles.ts';
import { frameworkVersion, roleLevel, skill } from './framework.ts';
import { person, team } from './people.ts';

/** The history. Rows are added, never changed: a correction is a newer row. */
export const assessment = pgTable(
  'assessment',
  {
    organisationId: organisationId(),
    id: uuid('id').notNull(),
    /** Orders assessments of the same day; also the revision that a form carries. */
    sequence: bigint('sequence', { mode: 'number' }).generatedAlwaysAsIdentity(),
    personId: uuid('person_id').notNull(),
    skillId: uuid('skill_id').notNull(),
    frameworkVersionId: uuid('framework_version_id').notNull(),
    /** 1 self, 2 manager, 3 agreed (app/domain/assessment/assessment-source.ts). */
    source: smallint('source').notNull(),
    /** 0 up to the scale's last step; null says that the skill was not observed, or that the person is exempt from it. */
    level: skillLevelColumn('level'),
    /** Until when the person is exempt from being assessed in the skill, that day included, and why. */
    exemptUntil: date('exempt_until', { mode: 'string' }),
    exemptReason: text('exempt_reason'),
    note: text('note'),
    /** Statements that were ticked, as level and place: "2.1" is the first statement of level 2 in the version's wording. */
    ticks: text('ticks').array().notNull().default(sql`'{}'::text[]`),
    /** The day of the earlier assessment by the same source that this one confirms without a change. */
    unchangedSince: date('unchanged_since', { mode: 'string' }),
    /** True where the framework does not define the level and the assessor said that it is meant all the same. */
    undefinedConfirmed: boolean('undefined_confirmed').notNull().default(false),
    /** Null for an assessment recorded by an API key or an import. */
    assessorUserId: uuid('assessor_user_id'),
    assessorName: text('assessor_name').notNull(),
    assessedOn: date('assessed_on', { mode: 'string' }).notNull(),
    cycleId: uuid('cycle_id'),
    /** The import that brought it; null for what was recorded on a page or by a key. */
    importId: uuid('import_id'),
    recordedAt: moment('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    index('assessment_by_person').on(t.organisationId, t.personId, t.skillId, t.source, t.assessedOn),
    check('assessment_source_known', sql`${t.source} between 1 and 3`),
    check('assessment_level_in_range', sql`${t.level} is null or ${t.level} between 0 and 9`),
    check('assessment_exempt_whole', sql`(${t.exemptUntil} is null) = (${t.exemptReason} is null) and (${t.exemptUntil} is null or ${t.level} is null)`),
    index('assessment_by_cycle').on(t.organisationId, t.cycleId, t.personId),
    foreignKey({
      name: 'assessment_person_fk',
      columns: [t.organisationId, t.personId],
      foreignColumns: [person.organisationId, person.id],
    }),
    foreignKey({
      name: 'assessment_skill_fk',
      columns: [t.organisationId, t.skillId],
      foreignColumns: [skill.organisationId, skill.id],
    }),
    foreignKey({
      name: 'assessment_version_fk',
      columns: [t.organisationId, t.frameworkVersionId],
      foreignColumns: [frameworkVersion.organisationId, frameworkVersion.id],
    }),
    foreignKey({
      name: 'assessment_cycle_fk',
      columns: [t.organisationId, t.cycleId],
      foreignColumns: [cycle.organisationId, cycle.id],
    }),
  ],
);

/**
 * What is read most, kept ready: per person and skill the newest reading of each source, with
 * the team, role level and expected level beside it. A row stands for every expected skill,
 * assessed or not. Rebuilt from the history by `npm run db:rebuild`.
 * A source's `...On` date says that there is a reading; its level is null when not observed.
 */
export const currentAssessment = pgTable(
  'current_assessment',
  {
    organisationId: organisationId(),
    personId: uuid('person_id').notNull(),
    skillId: uuid('skill_id').notNull(),
    teamId: uuid('team_id'),
    roleLevelId: uuid('role_level_id'),
    expectedLevel: skillLevelColumn('expected_level'),
    selfLevel: skillLevelColumn('self_level'),
    selfOn: date('self_on', { mode: 'string' }),
    managerLevel: skillLevelColumn('manager_level'),
    managerOn: date('manager_on', { mode: 'string' }),
    agreedLevel: skillLevelColumn('agreed_level'),
    agreedOn: date('agreed_on', { mode: 'string' }),
    /** Where what was agreed is an exemption: its last day. */
    agreedExemptUntil: date('agreed_exempt_until', { mode: 'string' }),
    /** True while the person disputes the agreed level and no moderator has decided. */
    disputed: boolean('disputed').notNull().default(false),
    /** True where the wording of the skill has changed its meaning since the agreed level was recorded. */
    needsReview: boolean('needs_review').notNull().default(false),
    /** The highest `assessment.sequence` of this person and skill; 0 before the first. */
    revision: bigint('revision', { mode: 'number' }).notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.personId, t.skillId] }),
    index('current_assessment_by_team').on(t.organisationId, t.teamId, t.skillId),
    foreignKey({
      name: 'current_assessment_person_fk',
      columns: [t.organisationId, t.personId],
      foreignColumns: [person.organisationId, person.id],
    }),
    foreignKey({
      name: 'current_assessment_skill_fk',
      columns: [t.organisationId, t.skillId],
      foreignColumns: [skill.organisationId, skill.id],
    }),
    foreignKey({
      name: 'current_assessment_team_fk',
      columns: [t.organisationId, t.teamId],
      foreignColumns: [team.organisationId, team.id],
    }),
    foreignKey({
      name: 'current_assessment_role_level_fk',
      columns: [t.organisationId, t.roleLevelId],
      foreignColumns: [roleLevel.organisationId, roleLevel.id],
    }),
  ],
);

/** Counts per team and skill, kept in the write path; a team's row counts its own people, not its subtree's. */
export const teamSkillSummary = pgTable(
  'team_skill_summary',
  {
    organisationId: organisationId(),
    teamId: uuid('team_id').notNull(),
    skillId: uuid('skill_id').notNull(),
    expected: integer('expected').notNull(),
    assessed: integer('assessed').notNull(),
    met: integer('met').notNull(),
    /** People at level 0, 1, 2 ... (agreed), in that order, expected or not; up to 5, or up to 9 where somebody is beyond. */
    atLevel: integer('at_level').array().notNull(),
    oldestAgreedOn: date('oldest_agreed_on', { mode: 'string' }),
    /** The first day on which somebody's start or leaving date makes these counts wrong; null while none is known. */
    validUntil: date('valid_until', { mode: 'string' }),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.teamId, t.skillId] }),
    foreignKey({
      name: 'team_skill_summary_team_fk',
      columns: [t.organisationId, t.teamId],
      foreignColumns: [team.organisationId, team.id],
    }),
    foreignKey({
      name: 'team_skill_summary_skill_fk',
      columns: [t.organisationId, t.skillId],
      foreignColumns: [skill.organisationId, skill.id],
    }),
  ],
);
