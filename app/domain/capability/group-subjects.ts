import { compareNames } from './compare-names.ts';
import type { FlagSubject } from './flag.ts';
import { isPresent } from './is-present.ts';

/** The people of one team who are present, by name. */
export interface TeamSubjects {
  team: { id: string; name: string };
  people: FlagSubject[];
}

/** The people present on a date by the team they stand in, teams and people by name; a team without people is absent. */
export function groupSubjects(subjects: readonly FlagSubject[], asOf: string): TeamSubjects[] {
  const groups = new Map<string, TeamSubjects>();
  for (const subject of subjects) {
    if (!isPresent(subject.leavesOn, asOf)) continue;
    const group = groups.get(subject.teamId) ?? { team: { id: subject.teamId, name: subject.teamName }, people: [] };
    groups.set(subject.teamId, group);
    group.people.push(subject);
  }
  const byName = (one: { id: string; name: string }, other: { id: string; name: string }): number =>
    compareNames(one.name, other.name) || compareNames(one.id, other.id);
  for (const group of groups.values()) group.people.sort(byName);
  return [...groups.values()].sort((one, other) => byName(one.team, other.team));
}
