import type { PersonFacts } from '#app/domain/capability/person-facts.ts';
import { countPeople } from './count-people.ts';
import type { PictureSource } from './picture-source.ts';
import { samePeople } from './same-people.ts';
import type { CellCount } from './sum-counts.ts';

export interface ComparedCounts {
  /** Who is counted, as of the later day. */
  people: readonly PersonFacts[];
  counts: CellCount[];
  earlier: { asOf: string; counts: CellCount[] } | null;
}

/**
 * Counts of people by row and skill. With an earlier day only who was there on both days is counted, on both days in the row of the later
 * one, so that a difference says what people did and what the framework did, and nothing of who came, went or moved.
 */
export function compareCounts(source: PictureSource, rowOf: (person: PersonFacts) => string | null): ComparedCounts {
  const { people, earlierById } = samePeople(source);
  if (source.earlier === null) return { people, counts: countPeople(people, { rowOf }), earlier: null };
  const rows = new Map(people.map((person) => [person.id, rowOf(person)]));
  const counts = countPeople(people, { rowOf, earlierBarOf: ({ id }) => barOf(earlierById.get(id)) });
  return { people, counts, earlier: { asOf: source.earlier.asOf, counts: countPeople([...earlierById.values()], { rowOf: ({ id }) => rows.get(id) ?? null }) } };
}

function barOf(person: PersonFacts | undefined): Map<string, number> {
  return new Map((person?.cells ?? []).flatMap(({ skillId, expectedLevel }) => (expectedLevel === null ? [] : [[skillId, expectedLevel] as const])));
}
