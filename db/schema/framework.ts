import { sql } from 'drizzle-orm';
import { type AnyPgColumn, check, foreignKey, index, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { OwnAddition } from '#app/domain/framework/own/own-addition.ts';
import { moment, organisationId } from './columns.ts';
import { organisation } from './organisation.ts';

/**
 * Identity: what a framework, role, role level or skill is, whatever a version says of it.
 * Placements and assessments point here, so a new version moves the bar and never the people.
 */
export const framework = pgTable(
  'framework',
  {
    organisationId: organisationId().references(() => organisation.id),
    id: uuid('id').notNull(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    kind: text('kind').$type<'gdad' | 'job-description' | 'own'>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.id] }), unique().on(t.organisationId, t.key)],
);

/**
 * A published state of a framework. Never changed after it is published, but for `withdrawnAt`: a version
 * under which nobody was assessed yet can be taken back. Where the organisation has additions of its own,
 * one version holds the release alone and a second one, which is adopted, the release with the additions.
 */
export const frameworkVersion = pgTable(
  'framework_version',
  {
    organisationId: organisationId(),
    id: uuid('id').notNull(),
    frameworkId: uuid('framework_id').notNull(),
    label: text('label').notNull(),
    /** SHA-256 of the canonical facts: equal facts make no new version. */
    fingerprint: text('fingerprint').notNull(),
    publishedAt: moment('published_at').notNull(),
    /** The release that this version lays the organisation's own additions over; null where it is a release itself. */
    baseVersionId: uuid('base_version_id'),
    /** The additions that this version holds (app/domain/framework/own/own-addition.ts); null where it holds none. */
    ownAdditions: jsonb('own_additions').$type<OwnAddition[]>(),
    /** When the version was taken back; null while it stands. */
    withdrawnAt: moment('withdrawn_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique().on(t.organisationId, t.frameworkId, t.label),
    foreignKey({
      name: 'framework_version_framework_fk',
      columns: [t.organisationId, t.frameworkId],
      foreignColumns: [framework.organisationId, framework.id],
    }),
    foreignKey({
      name: 'framework_version_base_fk',
      columns: [t.organisationId, t.baseVersionId],
      foreignColumns: [t.organisationId, t.id],
    }),
  ],
);

/** Which version of each framework the organisation reads its expectations from. */
export const frameworkAdoption = pgTable(
  'framework_adoption',
  {
    organisationId: organisationId(),
    frameworkId: uuid('framework_id').notNull(),
    versionId: uuid('version_id').notNull(),
    adoptedAt: moment('adopted_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.frameworkId] }),
    foreignKey({
      name: 'framework_adoption_framework_fk',
      columns: [t.organisationId, t.frameworkId],
      foreignColumns: [framework.organisationId, framework.id],
    }),
    foreignKey({
      name: 'framework_adoption_version_fk',
      columns: [t.organisationId, t.versionId],
      foreignColumns: [frameworkVersion.organisationId, frameworkVersion.id],
    }),
  ],
);

/**
 * What every named part of a framework has: a role family, a role, a skill. The tenant column stands
 * in each table, where the check of the tenant queries looks for it.
 */
const partColumns = () => ({
  id: uuid('id').notNull(),
  frameworkId: uuid('framework_id').notNull(),
  key: text('key').notNull(),
  name: text('name').notNull(),
});

const partConstraints = (table: string, t: Record<'organisationId' | 'id' | 'frameworkId' | 'key', AnyPgColumn>) => [
  primaryKey({ columns: [t.organisationId, t.id] }),
  unique().on(t.organisationId, t.frameworkId, t.key),
  foreignKey({
    name: `${table}_framework_fk`,
    columns: [t.organisationId, t.frameworkId],
    foreignColumns: [framework.organisationId, framework.id],
  }),
];

export const roleFamily = pgTable('role_family', { organisationId: organisationId(), ...partColumns() }, (t) =>
  partConstraints('role_family', t),
);

export const role = pgTable('role', { organisationId: organisationId(), ...partColumns() }, (t) =>
  partConstraints('role', t),
);

export const roleLevel = pgTable(
  'role_level',
  {
    organisationId: organisationId(),
    id: uuid('id').notNull(),
    roleId: uuid('role_id').notNull(),
    key: text('key').notNull(),
    name: text('name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique().on(t.organisationId, t.roleId, t.key),
    foreignKey({
      name: 'role_level_role_fk',
      columns: [t.organisationId, t.roleId],
      foreignColumns: [role.organisationId, role.id],
    }),
  ],
);

export const skill = pgTable('skill', { organisationId: organisationId(), ...partColumns() }, (t) => [
  ...partConstraints('skill', t),
  index('skill_by_framework').on(t.organisationId, t.frameworkId),
  check('skill_name_not_empty', sql`${t.name} <> ''`),
]);
