import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, integer, jsonb, pgTable, primaryKey, real, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { ScoringRules } from '#app/domain/assessment/scoring/scoring-rules.ts';
import { moment, organisationId } from './columns.ts';
import { cycle } from './cycles.ts';
import { organisation } from './organisation.ts';
import { person } from './people.ts';

/** A department's own way of turning levels into points, such as for an allowance. None is on until somebody switches it on. */
export const scoringScheme = pgTable(
  'scoring_scheme',
  {
    organisationId: organisationId().references(() => organisation.id),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    rules: jsonb('rules').$type<ScoringRules>().notNull(),
    isOn: boolean('is_on').notNull().default(false),
    revision: integer('revision').notNull().default(1),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.id] }), unique('scoring_scheme_name').on(t.organisationId, t.name)],
);

/** What a named person confirmed of a suggested score, with the rules of then. Added, never changed: a later one replaces it. */
export const confirmedScore = pgTable(
  'confirmed_score',
  {
    organisationId: organisationId(),
    id: uuid('id').notNull(),
    schemeId: uuid('scheme_id').notNull(),
    personId: uuid('person_id').notNull(),
    cycleId: uuid('cycle_id'),
    rules: jsonb('rules').$type<ScoringRules>().notNull(),
    suggestedPoints: real('suggested_points').notNull(),
    suggestedBand: text('suggested_band'),
    confirmedBand: text('confirmed_band'),
    /** Why another band was confirmed than the suggested one. */
    reason: text('reason'),
    confirmedByUserId: uuid('confirmed_by_user_id'),
    confirmedByName: text('confirmed_by_name').notNull(),
    confirmedAt: moment('confirmed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    check('confirmed_score_reason_given', sql`${t.suggestedBand} is not distinct from ${t.confirmedBand} or ${t.reason} is not null`),
    foreignKey({ name: 'confirmed_score_scheme_fk', columns: [t.organisationId, t.schemeId], foreignColumns: [scoringScheme.organisationId, scoringScheme.id] }),
    foreignKey({ name: 'confirmed_score_person_fk', columns: [t.organisationId, t.personId], foreignColumns: [person.organisationId, person.id] }),
    foreignKey({ name: 'confirmed_score_cycle_fk', columns: [t.organisationId, t.cycleId], foreignColumns: [cycle.organisationId, cycle.id] }),
  ],
);
