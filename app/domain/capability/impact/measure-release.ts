import { findFlags } from '#app/domain/capability/find-flags.ts';
import type { FlagFacts } from '#app/domain/capability/flag-facts.ts';
import type { ReleaseItem } from '#app/domain/framework/release/release-item.ts';
import { changeOfItem } from './change-of-item.ts';
import { compareFlags } from './compare-flags.ts';
import { followRules } from './follow-rules.ts';
import type { ImpactFacts } from './impact-facts.ts';
import { type MeasuredChange, measureChange } from './measure-change.ts';
import { prepareImpact, type PreparedImpact } from './prepare-impact.ts';
import type { ItemImpact, TotalImpact } from './release-impact.ts';
import type { ScopedRelease } from './scope-release.ts';
import { wholeRelease } from './whole-release.ts';

/** A release, measured: each item by itself, in the order of the items, and all of it at once. */
export interface MeasuredRelease {
  items: ItemImpact[];
  total: TotalImpact;
}

/**
 * What a release does to people. Every item is measured with only that item applied, the total with all of them: where
 * two items move the same cell, their numbers do not add up to the total's. `mostRows` bounds what each item lists.
 */
export function measureRelease(items: readonly ReleaseItem[], release: ScopedRelease, facts: ImpactFacts, mostRows: number): MeasuredRelease {
  const prepared = prepareImpact(facts, release.scope);
  const measured = items.map((item) => ({ key: item.key, ...measureChange(prepared, changeOfItem(item, release)) }));
  return {
    items: measured.map(({ key, impact, rows }) => ({ ...impact, itemKey: key, rows: rows.slice(0, mostRows), more: Math.max(0, rows.length - mostRows) })),
    total: totalOf(prepared, measureChange(prepared, wholeRelease(release.scope)), measured),
  };
}

function totalOf(prepared: PreparedImpact, whole: MeasuredChange, items: readonly MeasuredChange[]): TotalImpact {
  const touched = new Map([whole, ...items].flatMap((one) => [...one.touched]));
  const people = {
    people: touched.size,
    teams: new Set(touched.values()).size,
    unseen: [...touched.keys()].filter((id) => !prepared.people.has(id)).length,
  };
  const flags = flagsOf(prepared, whole.after);
  return { ...whole.impact, ...people, ...flags };
}

/** All flags before and after: every team and skill, so that the numbers are those that the page of flags shows. */
function flagsOf(prepared: PreparedImpact, after: MeasuredChange['after']): Pick<TotalImpact, 'flags' | 'flagsBefore' | 'flagsAfter'> {
  const { facts, scope, people } = prepared;
  if (facts.flagTeams.length === 0) return { flags: null, flagsBefore: null, flagsAfter: null };
  const teamIds = new Set(facts.flagTeams.map(({ id }) => id));
  const subjects = [...people.values()].map(({ subject }) => subject).filter(({ teamId }) => teamIds.has(teamId));
  const others = facts.skills.filter(({ id }) => !scope.skillsBefore.has(id) && !scope.skillsAfter.has(id));
  const common = { asOf: facts.asOf, horizonDays: facts.horizonDays, teams: facts.flagTeams };
  const before = findFlags({ ...common, skills: facts.skills, rules: facts.rules, subjects });
  const then: FlagFacts = {
    ...common,
    skills: [...others, ...[...scope.skillsAfter].map(([id, name]) => ({ id, name }))],
    rules: followRules(facts.rules, scope.succeeded, scope),
    subjects: subjects.map((subject) => after.get(subject.id) ?? subject),
  };
  const flags = findFlags(then);
  const { come, go, change } = compareFlags(before, flags);
  const lines = (found: typeof come) => found.map(({ kind, severity, team, skill }) => ({ kind, severity, team, skill }));
  return { flags: { come: lines(come), go: lines(go), change: lines(change.map((one) => one.after)) }, flagsBefore: before.length, flagsAfter: flags.length };
}
