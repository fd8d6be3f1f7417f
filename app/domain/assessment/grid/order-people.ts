import { compareNames } from '#app/domain/capability/compare-names.ts';

interface Placed {
  id: string;
  name: string;
  teamId: string;
  seniority: number;
}

/** People in the order of the heatmap: by team in the order given, the most senior first, then by name. */
export function orderPeople<Person extends Placed>(people: readonly Person[], teamOrder: readonly string[]): Person[] {
  const place = new Map(teamOrder.map((id, at) => [id, at]));
  const placeOf = ({ teamId }: Person) => place.get(teamId) ?? teamOrder.length;
  return [...people].sort(
    (one, other) => placeOf(one) - placeOf(other) || other.seniority - one.seniority || compareNames(one.name, other.name) || compareNames(one.id, other.id),
  );
}
