import type { MatrixSkill } from '#app/domain/capability/cell.ts';
import { expectedFirst } from '#app/domain/capability/expected-first.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { type CellCount, sumCounts } from './sum-counts.ts';

export interface CyclesPicture {
  /** ISO date: the day of the last column. */
  asOf: string;
  /** Rounds, oldest first, and the day asked for as the last. */
  columns: readonly { id: string; name: string }[];
  skills: readonly MatrixSkill[];
  /** By skill id as the row and the id of the round as the column; several of the same cell are added up. */
  counts: readonly CellCount[];
  /** On the day of the last column. */
  people: number;
}

/**
 * The picture of skills over rounds: how a team and those under it stood when each round was closed, and stand on the day asked for.
 * Skills expected of anybody in any column; those expected of the most people in the last column first, then by name.
 */
export function pictureCycles({ asOf, columns, skills, counts, people }: CyclesPicture): Picture {
  const last = columns.at(-1)?.id;
  const expectedOf = new Map<string, number>();
  for (const { row, column, expected } of counts) {
    if (expected > 0) expectedOf.set(row, (expectedOf.get(row) ?? 0) + (column === last ? expected : 0));
  }
  const shown = expectedFirst(
    skills.filter(({ id }) => expectedOf.has(id)),
    expectedOf,
  );
  return {
    view: 'cycles',
    asOf,
    before: null,
    rows: shown.map(({ id, name }) => ({ id, name, note: null, group: null })),
    groups: [],
    columns: columns.map(({ id, name }) => ({ id, name, group: null })),
    columnGroups: [],
    cells: sumCounts(counts, shown.map(({ id }) => id), columns.map(({ id }) => id)),
    earlier: null,
    people,
    hidden: { rows: 0, columns: 0 },
    disclosureControlled: false,
  };
}
