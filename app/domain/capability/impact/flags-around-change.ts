import { subtreeOf } from '#app/domain/access/subtree-of.ts';
import { findBelowExpectation } from '#app/domain/capability/find-below-expectation.ts';
import { findBlindSpots } from '#app/domain/capability/find-blind-spots.ts';
import { findCoverageFlags } from '#app/domain/capability/find-coverage-flags.ts';
import { findDisagreements } from '#app/domain/capability/find-disagreements.ts';
import { findStale } from '#app/domain/capability/find-stale.ts';
import { findUnassessed } from '#app/domain/capability/find-unassessed.ts';
import type { FlagFacts } from '#app/domain/capability/flag-facts.ts';
import type { Flag, FlagSubject } from '#app/domain/capability/flag.ts';
import { changedSkills } from './changed-skills.ts';
import { compareFlags } from './compare-flags.ts';
import { followRules } from './follow-rules.ts';
import type { PreparedImpact } from './prepare-impact.ts';
import type { FlagLine, Impact } from './release-impact.ts';
import type { ReleaseChange } from './release-scope.ts';

/**
 * Flags that come, go and change with a change: those of the teams in which something of somebody changes, and of the
 * rules of the skills that this is about. What a change does not touch has the same flags before and after, so it is not
 * looked at. `after` are the people of whom something is expected or known otherwise, as they are then. Null where no flags may be told.
 */
export function flagsAroundChange(prepared: PreparedImpact, change: ReleaseChange, after: ReadonlyMap<string, FlagSubject>): Impact['flags'] {
  const { facts, people, scope } = prepared;
  if (facts.flagTeams.length === 0) return null;
  const flagTeamIds = new Set(facts.flagTeams.map(({ id }) => id));
  const teamIds = new Set([...after.values()].map(({ teamId }) => teamId).filter((id) => flagTeamIds.has(id)));
  const changesCounts = [...after].some(([id, subject]) => countsOf(people.get(id)!.subject) !== countsOf(subject));
  const skillIds = new Set([...skillsOfPeople(after, people), ...change.succeeded.flatMap(({ from, to }) => [from, to])]);
  if (skillIds.size === 0) return { come: [], go: [], change: [] };
  const rulesBefore = facts.rules.filter(({ skillId }) => skillIds.has(skillId));
  const ruleTeamIds = new Set(rulesBefore.flatMap(({ teamId }) => subtreeOf(facts.flagTeams, teamId)));
  const wanted = [...people.values()].map(({ subject }) => subject).filter(({ teamId }) => teamIds.has(teamId) || ruleTeamIds.has(teamId));
  const find = (names: ReadonlyMap<string, string>, rules: FlagFacts['rules'], subjects: FlagSubject[]): Flag[] => {
    const skills = [...skillIds].flatMap((id) => (names.has(id) ? [{ id, name: names.get(id)! }] : []));
    const common = { asOf: facts.asOf, horizonDays: facts.horizonDays, teams: facts.flagTeams, skills, rules };
    const about = { ...common, subjects: subjects.map((subject) => ({ ...subject, cells: subject.cells.filter(({ skillId }) => skillIds.has(skillId)) })) };
    const inTeams = (all: readonly FlagSubject[]) => all.filter(({ teamId }) => teamIds.has(teamId));
    const bySkill = { ...common, subjects: inTeams(about.subjects) };
    const byTeam = { ...common, subjects: inTeams(subjects) };
    return [
      ...(rules.length === 0 ? [] : [...findCoverageFlags(about), ...findBlindSpots(about)]),
      ...findBelowExpectation(bySkill),
      ...findDisagreements(bySkill),
      ...(changesCounts ? [...findUnassessed(byTeam), ...findStale(byTeam)] : []),
    ];
  };
  const found = compareFlags(
    find(scope.skillsBefore, rulesBefore, wanted),
    find(scope.skillsAfter, followRules(rulesBefore, change.succeeded, scope), wanted.map((subject) => after.get(subject.id) ?? subject)),
  );
  return { come: found.come.map(lineOf), go: found.go.map(lineOf), change: found.change.map((one) => lineOf(one.after)) };
}

function skillsOfPeople(after: ReadonlyMap<string, FlagSubject>, people: PreparedImpact['people']): Set<string> {
  return new Set([...after].flatMap(([id, { cells }]) => changedSkills(people.get(id)!.subject.cells, cells)));
}

/** What the findings about whole teams count of one person: expected cells, and which of them are agreed and stale. */
function countsOf({ cells }: FlagSubject): string {
  const expected = cells.filter(({ expectedLevel }) => expectedLevel !== null);
  return expected.map(({ skillId, agreedOn, marks }) => `${skillId} ${agreedOn} ${marks.includes('stale')}`).sort().join();
}

function lineOf({ kind, severity, team, skill }: Flag): FlagLine {
  return { kind, severity, team, skill };
}
