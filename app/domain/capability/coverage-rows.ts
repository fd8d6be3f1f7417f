import { subtreeOf } from '#app/domain/access/subtree-of.ts';
import { compareNames } from './compare-names.ts';
import { type CoverEnd, coverEnd } from './cover-end.ts';
import { coverageOfRule, type CoveringPerson } from './coverage-of-rule.ts';
import type { FlagFacts } from './flag-facts.ts';
import type { CoverageRule, FlagSubject } from './flag.ts';
import { isPresent } from './is-present.ts';

export type CoverageStatus = 'no-cover' | 'single-point' | 'under-cover' | 'covered';

/** One rule, answered: what the coverage page, the flags and the report all show. */
export interface CoverageRow {
  rule: CoverageRule;
  /** People the rule asks for, at least 1. */
  required: number;
  /** People who cover it on the date. */
  actual: number;
  status: CoverageStatus;
  people: CoveringPerson[];
  ends: CoverEnd | null;
  /** People who would cover it if what a manager, or else they themselves, say were agreed; managers' word first. */
  toAgree: { id: string; name: string }[];
  /** Whether nobody present in the rule's teams has a role level that expects the skill; false where nobody is present. */
  blindSpot: boolean;
}

/**
 * Every rule of these teams against the people present on the date, by team name, then skill name.
 * One person is a single point whatever the minimum; fewer than the minimum, but more than one, is under cover.
 */
export function coverageRows(facts: FlagFacts): CoverageRow[] {
  const known = new Set(facts.teams.map(({ id }) => id));
  return facts.rules
    .filter(({ teamId }) => known.has(teamId))
    .map((rule) => coverageRow(rule, facts))
    .sort(
      ({ rule: one }, { rule: other }) =>
        compareNames(one.teamName, other.teamName) ||
        compareNames(one.skillName, other.skillName) ||
        compareNames(one.id, other.id),
    );
}

function coverageRow(rule: CoverageRule, facts: FlagFacts): CoverageRow {
  const teams = new Set(subtreeOf(facts.teams, rule.teamId));
  const present = facts.subjects.filter(({ teamId, leavesOn }) => teams.has(teamId) && isPresent(leavesOn, facts.asOf));
  const people = coverageOfRule(rule, present, facts.asOf);
  return {
    rule,
    required: rule.minimumPeople,
    actual: people.length,
    status: statusOf(people.length, rule.minimumPeople),
    people,
    ends: coverEnd(rule, people, facts),
    toAgree: toAgree(rule, present),
    blindSpot: present.length > 0 && !present.some((person) => cellOf(person, rule)?.expectedLevel != null),
  };
}

function statusOf(actual: number, required: number): CoverageStatus {
  if (actual === 0) return 'no-cover';
  if (actual === 1) return 'single-point';
  return actual < required ? 'under-cover' : 'covered';
}

function toAgree(rule: CoverageRule, present: readonly FlagSubject[]): { id: string; name: string }[] {
  const said = present.flatMap((person) => {
    const cell = cellOf(person, rule);
    if (!cell || cell.agreedOn !== null) return [];
    const byManager = (cell.managerLevel ?? -1) >= rule.minimumLevel;
    const bySelf = cell.managerLevel === null && (cell.selfLevel ?? -1) >= rule.minimumLevel;
    return byManager || bySelf ? [{ id: person.id, name: person.name, byManager }] : [];
  });
  return said
    .sort(
      (one, other) =>
        Number(other.byManager) - Number(one.byManager) ||
        compareNames(one.name, other.name) ||
        compareNames(one.id, other.id),
    )
    .map(({ id, name }) => ({ id, name }));
}

function cellOf(person: FlagSubject, rule: CoverageRule) {
  return person.cells.find(({ skillId }) => skillId === rule.skillId);
}
