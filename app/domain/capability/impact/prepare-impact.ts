import { buildFlagSubjects } from '#app/domain/capability/build-flag-subjects.ts';
import { compareNames } from '#app/domain/capability/compare-names.ts';
import type { FlagSubject } from '#app/domain/capability/flag.ts';
import type { PersonFacts } from '#app/domain/capability/person-facts.ts';
import type { ImpactFacts, UnseenPerson } from './impact-facts.ts';
import { isRecorded } from './is-recorded.ts';
import type { ReleaseScope } from './release-scope.ts';

/** People judged once and found by where they stand and what was recorded of them, so that each item looks at its own only. */
export interface PreparedImpact {
  facts: ImpactFacts;
  scope: ReleaseScope;
  /** By team and name, which is the order of every answer: sorted once, because comparing names is what takes long. */
  people: ReadonlyMap<string, { facts: PersonFacts; subject: FlagSubject; place: number }>;
  /** Ids of people by role level. */
  placedIn: ReadonlyMap<string, readonly string[]>;
  /** Ids of people by skill. */
  recordedIn: ReadonlyMap<string, readonly string[]>;
  unseenIn: ReadonlyMap<string, readonly UnseenPerson[]>;
}

/** Judges everybody for the day, before the release, and sorts them by what a change can ask for. */
export function prepareImpact(facts: ImpactFacts, scope: ReleaseScope): PreparedImpact {
  const inOrder = facts.people.toSorted(
    (one, other) => compareNames(one.teamName, other.teamName) || compareNames(one.teamId, other.teamId) || compareNames(one.name, other.name) || compareNames(one.id, other.id),
  );
  const subjects = buildFlagSubjects(inOrder, facts);
  const people = new Map(inOrder.map((person, place) => [person.id, { facts: person, subject: subjects[place]!, place }]));
  const recorded = subjects.flatMap((subject) => subject.cells.filter(isRecorded).map((cell): [string, string] => [cell.skillId, subject.id]));
  return {
    facts,
    scope,
    people,
    placedIn: grouped(facts.people.map((person): [string, string] => [person.roleLevelId, person.id])),
    recordedIn: grouped(recorded),
    unseenIn: grouped(facts.unseen.map((person): [string, UnseenPerson] => [person.roleLevelId, person])),
  };
}

function grouped<Value>(pairs: readonly [string, Value][]): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
