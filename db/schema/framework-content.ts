import { boolean, date, foreignKey, index, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { organisationId, skillLevelColumn } from './columns.ts';
import { frameworkVersion, role, roleFamily, roleLevel, skill } from './framework.ts';

/** What one version says: its scale, its roles and role levels, its skills with their statements, its expectations. */
export const scaleStep = pgTable(
  'scale_step',
  {
    organisationId: organisationId(),
    versionId: uuid('version_id').notNull(),
    /** Counts from 1. */
    ordinal: skillLevelColumn('ordinal').notNull(),
    name: text('name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.versionId, t.ordinal] }),
    foreignKey({
      name: 'scale_step_version_fk',
      columns: [t.organisationId, t.versionId],
      foreignColumns: [frameworkVersion.organisationId, frameworkVersion.id],
    }),
  ],
);

export const roleContent = pgTable(
  'role_content',
  {
    organisationId: organisationId(),
    versionId: uuid('version_id').notNull(),
    roleId: uuid('role_id').notNull(),
    familyId: uuid('family_id'),
    name: text('name').notNull(),
    description: text('description'),
    /** Such as "Senior Civil Service"; null where the release names none. */
    roleType: text('role_type'),
    /** Names of skills that the release lists for the role without any role level that is to hold them. */
    skillsWithoutLevel: text('skills_without_level').array().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.versionId, t.roleId] }),
    foreignKey({
      name: 'role_content_version_fk',
      columns: [t.organisationId, t.versionId],
      foreignColumns: [frameworkVersion.organisationId, frameworkVersion.id],
    }),
    foreignKey({
      name: 'role_content_role_fk',
      columns: [t.organisationId, t.roleId],
      foreignColumns: [role.organisationId, role.id],
    }),
    foreignKey({
      name: 'role_content_family_fk',
      columns: [t.organisationId, t.familyId],
      foreignColumns: [roleFamily.organisationId, roleFamily.id],
    }),
  ],
);

export const roleLevelContent = pgTable(
  'role_level_content',
  {
    organisationId: organisationId(),
    versionId: uuid('version_id').notNull(),
    roleLevelId: uuid('role_level_id').notNull(),
    name: text('name').notNull(),
    description: text('description'),
    /** 1 is the most junior role level of the role. */
    seniority: smallint('seniority').notNull(),
    /** False where the order was inferred from the expectations, because no source states it. */
    seniorityStated: boolean('seniority_stated').notNull(),
    /** Civil service grades; null where no source gives them. */
    grades: text('grades').array(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.versionId, t.roleLevelId] }),
    foreignKey({
      name: 'role_level_content_version_fk',
      columns: [t.organisationId, t.versionId],
      foreignColumns: [frameworkVersion.organisationId, frameworkVersion.id],
    }),
    foreignKey({
      name: 'role_level_content_role_level_fk',
      columns: [t.organisationId, t.roleLevelId],
      foreignColumns: [roleLevel.organisationId, roleLevel.id],
    }),
  ],
);

export const skillContent = pgTable(
  'skill_content',
  {
    organisationId: organisationId(),
    versionId: uuid('version_id').notNull(),
    skillId: uuid('skill_id').notNull(),
    name: text('name').notNull(),
    description: text('description'),
    /**
     * Counts how often the wording of the skill changed its meaning. An assessment made under a version
     * with a lower number carries over and is marked for review.
     */
    meaningRevision: smallint('meaning_revision').notNull().default(1),
    /** What roles.csv writes in place of a missing description, and skills.csv in its column of roles; for exports only. */
    noDescription: text('no_description'),
    requiredBy: text('required_by'),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.versionId, t.skillId] }),
    foreignKey({
      name: 'skill_content_version_fk',
      columns: [t.organisationId, t.versionId],
      foreignColumns: [frameworkVersion.organisationId, frameworkVersion.id],
    }),
    foreignKey({
      name: 'skill_content_skill_fk',
      columns: [t.organisationId, t.skillId],
      foreignColumns: [skill.organisationId, skill.id],
    }),
  ],
);

/** One level of one skill. Where `defined` is false the framework leaves it undefined, and so do we. */
export const skillLevel = pgTable(
  'skill_level',
  {
    organisationId: organisationId(),
    versionId: uuid('version_id').notNull(),
    skillId: uuid('skill_id').notNull(),
    ordinal: skillLevelColumn('ordinal').notNull(),
    defined: boolean('defined').notNull(),
    statements: text('statements').array().notNull(),
    wordingSource: text('wording_source').$type<
      'ours' | 'own' | 'role-page' | 'roles-csv' | 'skills-csv' | 'job-description'
    >(),
    wordingDate: date('wording_date', { mode: 'string' }),
    /** The cell of the download, where an export would write the same otherwise; for exports only. */
    writtenAs: text('written_as'),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.versionId, t.skillId, t.ordinal] }),
    foreignKey({
      name: 'skill_level_skill_content_fk',
      columns: [t.organisationId, t.versionId, t.skillId],
      foreignColumns: [skillContent.organisationId, skillContent.versionId, skillContent.skillId],
    }),
  ],
);

/** What a role level is expected to hold. */
export const expectation = pgTable(
  'expectation',
  {
    organisationId: organisationId(),
    versionId: uuid('version_id').notNull(),
    roleLevelId: uuid('role_level_id').notNull(),
    skillId: uuid('skill_id').notNull(),
    expectedLevel: skillLevelColumn('expected_level').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.versionId, t.roleLevelId, t.skillId] }),
    index('expectation_by_skill').on(t.organisationId, t.versionId, t.skillId),
    foreignKey({
      name: 'expectation_role_level_fk',
      columns: [t.organisationId, t.versionId, t.roleLevelId],
      foreignColumns: [
        roleLevelContent.organisationId,
        roleLevelContent.versionId,
        roleLevelContent.roleLevelId,
      ],
    }),
    foreignKey({
      name: 'expectation_skill_fk',
      columns: [t.organisationId, t.versionId, t.skillId],
      foreignColumns: [skillContent.organisationId, skillContent.versionId, skillContent.skillId],
    }),
  ],
);
