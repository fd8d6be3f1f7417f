/**
 * The groups that something is left in, in their order, and where a group stands among them. `members` are what is left, each with the
 * place of its group in `groups`, or null for none.
 */
export function leftGroups<T>(
  groups: readonly T[],
  members: readonly { group: number | null }[],
): { left: T[]; placeOf: (group: number | null) => number | null } {
  const wanted = new Set(members.map(({ group }) => group));
  const places = groups.flatMap((_, place) => (wanted.has(place) ? [place] : []));
  const placeOf = new Map(places.map((place, now) => [place, now]));
  return { left: places.map((place) => groups[place]!), placeOf: (group) => (group === null ? null : placeOf.get(group)!) };
}
