import type { PersonFacts } from '#app/domain/capability/person-facts.ts';
import type { CellCount } from './sum-counts.ts';

interface Counted {
  /** The id of the row that a person is counted in; null for none. */
  rowOf: (person: PersonFacts) => string | null;
  /** In a comparison: what was expected of a person on the earlier day, by skill. */
  earlierBarOf?: (person: PersonFacts) => ReadonlyMap<string, number> | undefined;
}

/**
 * How people stand in each skill, one count a row and skill: how many are expected to hold it, of these with an agreed level, and at or
 * above what is expected. "Not observed" is no level, so it is not counted as assessed. In a comparison also how many would meet what
 * was expected of them on the earlier day, with the levels of this one.
 */
export function countPeople(people: readonly PersonFacts[], { rowOf, earlierBarOf }: Counted): CellCount[] {
  const counts = new Map<string, Map<string, Mutable>>();
  for (const person of people) {
    const row = rowOf(person);
    if (row === null) continue;
    const ofRow = counts.get(row) ?? new Map<string, Mutable>();
    counts.set(row, ofRow);
    const bar = earlierBarOf?.(person);
    for (const cell of person.cells) {
      const count = ofRow.get(cell.skillId) ?? emptyCount(row, cell.skillId);
      ofRow.set(cell.skillId, count);
      const level = cell.agreed?.level ?? null;
      if (level !== null) count.atLevel[level] = (count.atLevel[level] ?? 0) + 1;
      if (level !== null && level >= (bar?.get(cell.skillId) ?? Number.POSITIVE_INFINITY)) count.metByEarlierBar += 1;
      if (cell.expectedLevel === null) continue;
      count.expected += 1;
      if (cell.agreed && (count.oldestOn === null || cell.agreed.assessedOn < count.oldestOn)) count.oldestOn = cell.agreed.assessedOn;
      if (level === null) continue;
      count.assessed += 1;
      if (level >= cell.expectedLevel) count.met += 1;
    }
  }
  return [...counts.values()].flatMap((ofRow) => [...ofRow.values()]);
}

type Mutable = CellCount & { atLevel: number[]; metByEarlierBar: number };

function emptyCount(row: string, column: string): Mutable {
  return { row, column, expected: 0, assessed: 0, met: 0, atLevel: [0, 0, 0, 0, 0, 0], oldestOn: null, metByEarlierBar: 0 };
}
