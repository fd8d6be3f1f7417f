import { sql } from 'drizzle-orm';
import { check, customType, foreignKey, index, integer, jsonb, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { ChangeNote, ImportRefusal } from '#app/domain/framework/framework-facts.ts';
import type { MergeReading } from '#app/domain/framework/merging/rank-readings.ts';
import type { OwnAddition } from '#app/domain/framework/own/own-addition.ts';
import type { ReleasePlan } from '#app/domain/framework/release/release-plan.ts';
import type { ReleaseChoice } from '#app/domain/framework/release/release-item.ts';
import type { JobDescriptionSections } from '#app/domain/framework/job/job-description-sections.ts';
import { moment, organisationId } from './columns.ts';
import { framework, frameworkVersion, roleLevel, skill } from './framework.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/**
 * A release on its way in: documents that were handed over, what they would change, and what came of it.
 * Nothing of it reaches a framework before it is published. Several of one upload share `uploadId`.
 */
export const frameworkRelease = pgTable(
  'framework_release',
  {
    organisationId: organisationId(),
    id: uuid('id').notNull(),
    uploadId: uuid('upload_id').notNull(),
    /** Empty while the documents are being read: which framework they are of is not known before. */
    frameworkKey: text('framework_key').notNull().default(''),
    frameworkName: text('framework_name').notNull().default(''),
    kind: text('kind').$type<'gdad' | 'job-description' | 'own'>().notNull().default('own'),
    state: text('state').$type<'reading' | 'refused' | 'open' | 'published' | 'withdrawn' | 'discarded'>().notNull(),
    label: text('label').notNull(),
    /** Steps of the reading that are done, and how many there are. */
    stepsDone: smallint('steps_done').notNull().default(0),
    steps: smallint('steps').notNull().default(1),
    /** When a process took up the reading; one that died leaves it, and another takes over. */
    claimedAt: moment('claimed_at'),
    /** The adopted version that the documents were compared with; null where none was adopted. */
    comparedVersionId: uuid('compared_version_id'),
    readings: jsonb('readings').$type<MergeReading[]>(),
    changeNotes: jsonb('change_notes').$type<ChangeNote[]>(),
    plan: jsonb('plan').$type<ReleasePlan>(),
    refusals: jsonb('refusals').$type<ImportRefusal[]>(),
    /** The version that was published and adopted, and the one that was adopted before. */
    versionId: uuid('version_id'),
    versionBeforeId: uuid('version_before_id'),
    /** What taking it back has to undo: names as they were, additions as they were. */
    undo: jsonb('undo').$type<{
      names: { part: 'skill' | 'role' | 'role-level' | 'family'; id: string; name: string }[];
      ownAdditions: OwnAddition[];
    }>(),
    /** Counts what was decided, so that two people at once are told. */
    revision: integer('revision').notNull().default(0),
    createdAt: moment('created_at').notNull(),
    publishedAt: moment('published_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    index('framework_release_by_state').on(t.organisationId, t.state),
    check('framework_release_state_known', sql`${t.state} in ('reading', 'refused', 'open', 'published', 'withdrawn', 'discarded')`),
    foreignKey({
      name: 'framework_release_compared_fk',
      columns: [t.organisationId, t.comparedVersionId],
      foreignColumns: [frameworkVersion.organisationId, frameworkVersion.id],
    }),
    foreignKey({
      name: 'framework_release_version_fk',
      columns: [t.organisationId, t.versionId],
      foreignColumns: [frameworkVersion.organisationId, frameworkVersion.id],
    }),
    foreignKey({
      name: 'framework_release_version_before_fk',
      columns: [t.organisationId, t.versionBeforeId],
      foreignColumns: [frameworkVersion.organisationId, frameworkVersion.id],
    }),
  ],
);

/** The documents of a release, kept only until they are read. */
export const frameworkReleaseFile = pgTable(
  'framework_release_file',
  {
    organisationId: organisationId(),
    releaseId: uuid('release_id').notNull(),
    position: smallint('position').notNull(),
    name: text('name').notNull(),
    content: bytes('content').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.releaseId, t.position] }),
    foreignKey({
      name: 'framework_release_file_release_fk',
      columns: [t.organisationId, t.releaseId],
      foreignColumns: [frameworkRelease.organisationId, frameworkRelease.id],
    }).onDelete('cascade'),
  ],
);

/** What a person decided about one item of a release. */
export const frameworkReleaseDecision = pgTable(
  'framework_release_decision',
  {
    organisationId: organisationId(),
    releaseId: uuid('release_id').notNull(),
    itemKey: text('item_key').notNull(),
    choice: text('choice').$type<ReleaseChoice>().notNull(),
    decidedAt: moment('decided_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.releaseId, t.itemKey] }),
    foreignKey({
      name: 'framework_release_decision_release_fk',
      columns: [t.organisationId, t.releaseId],
      foreignColumns: [frameworkRelease.organisationId, frameworkRelease.id],
    }).onDelete('cascade'),
  ],
);

/** Names that a role, role level or skill was known by before a release renamed it. */
export const frameworkAlias = pgTable(
  'framework_alias',
  {
    organisationId: organisationId(),
    id: uuid('id').notNull(),
    frameworkId: uuid('framework_id').notNull(),
    part: text('part').$type<'skill' | 'role' | 'role-level' | 'family'>().notNull(),
    /** The id of the role, role level, skill or family. */
    partId: uuid('part_id').notNull(),
    name: text('name').notNull(),
    /** The version from which on it has another name. */
    versionId: uuid('version_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique('framework_alias_once').on(t.organisationId, t.part, t.partId, t.versionId),
    foreignKey({
      name: 'framework_alias_framework_fk',
      columns: [t.organisationId, t.frameworkId],
      foreignColumns: [framework.organisationId, framework.id],
    }),
    foreignKey({
      name: 'framework_alias_version_fk',
      columns: [t.organisationId, t.versionId],
      foreignColumns: [frameworkVersion.organisationId, frameworkVersion.id],
    }),
  ],
);

/**
 * What was recorded of one skill counts for another that took its place, by a merger or a split that a person
 * decided so. The recorded rows stay where they are; only what is kept ready reads across.
 */
export const skillSuccession = pgTable(
  'skill_succession',
  {
    organisationId: organisationId(),
    fromSkillId: uuid('from_skill_id').notNull(),
    toSkillId: uuid('to_skill_id').notNull(),
    /** The version that brought it. */
    versionId: uuid('version_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.fromSkillId, t.toSkillId] }),
    foreignKey({
      name: 'skill_succession_from_fk',
      columns: [t.organisationId, t.fromSkillId],
      foreignColumns: [skill.organisationId, skill.id],
    }),
    foreignKey({
      name: 'skill_succession_to_fk',
      columns: [t.organisationId, t.toSkillId],
      foreignColumns: [skill.organisationId, skill.id],
    }),
    foreignKey({
      name: 'skill_succession_version_fk',
      columns: [t.organisationId, t.versionId],
      foreignColumns: [frameworkVersion.organisationId, frameworkVersion.id],
    }),
  ],
);

/** What the organisation adds to a framework, as it is being written; a published version keeps its own copy. */
export const frameworkOverlay = pgTable(
  'framework_overlay',
  {
    organisationId: organisationId(),
    frameworkId: uuid('framework_id').notNull(),
    additions: jsonb('additions').$type<OwnAddition[]>().notNull(),
    /** Goes with a form and comes back with it: an older one is refused. */
    revision: integer('revision').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.frameworkId] }),
    foreignKey({
      name: 'framework_overlay_framework_fk',
      columns: [t.organisationId, t.frameworkId],
      foreignColumns: [framework.organisationId, framework.id],
    }),
  ],
);

/** A job description that was drafted from a role level, as it was edited since. */
export const jobDescription = pgTable(
  'job_description',
  {
    organisationId: organisationId(),
    id: uuid('id').notNull(),
    roleLevelId: uuid('role_level_id').notNull(),
    versionId: uuid('version_id').notNull(),
    title: text('title').notNull(),
    sections: jsonb('sections').$type<JobDescriptionSections>().notNull(),
    revision: integer('revision').notNull().default(0),
    createdAt: moment('created_at').notNull(),
    changedAt: moment('changed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    foreignKey({
      name: 'job_description_role_level_fk',
      columns: [t.organisationId, t.roleLevelId],
      foreignColumns: [roleLevel.organisationId, roleLevel.id],
    }),
    foreignKey({
      name: 'job_description_version_fk',
      columns: [t.organisationId, t.versionId],
      foreignColumns: [frameworkVersion.organisationId, frameworkVersion.id],
    }),
  ],
);
