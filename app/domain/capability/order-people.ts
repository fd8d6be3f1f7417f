import { compareNames } from './compare-names.ts';
import type { PersonFacts } from './person-facts.ts';

type Ordered = Pick<PersonFacts, 'id' | 'name' | 'teamId' | 'teamName' | 'seniority'>;

/**
 * People by team, in the order of the ids given and then by the team's name; within a team the most senior first, then by name.
 */
export function orderPeople<T extends Ordered>(people: readonly T[], teamOrder: readonly string[]): T[] {
  const place = new Map(teamOrder.map((id, index) => [id, index]));
  const placeOf = (person: T): number => place.get(person.teamId) ?? teamOrder.length;
  return [...people].sort(
    (one, other) =>
      placeOf(one) - placeOf(other) ||
      compareNames(one.teamName, other.teamName) ||
      compareNames(one.teamId, other.teamId) ||
      other.seniority - one.seniority ||
      compareNames(one.name, other.name) ||
      compareNames(one.id, other.id),
  );
}
