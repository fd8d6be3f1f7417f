import type { MatrixSkill } from '#app/domain/capability/cell.ts';
import { expectedFirst } from '#app/domain/capability/expected-first.ts';
import type { Picture, PictureRow, PictureView } from '#app/domain/capability/picture/picture.ts';
import { type CellCount, sumCounts } from './sum-counts.ts';

export interface CountedPicture {
  view: PictureView;
  /** ISO dates. */
  asOf: string;
  /** In the order in which they are shown. */
  rows: PictureRow[];
  groups?: { id: string; name: string }[];
  skills: readonly MatrixSkill[];
  /** By row id and skill id. */
  counts: readonly CellCount[];
  /** The same people on an earlier day; null where two days are not compared. */
  earlier: { asOf: string; counts: readonly CellCount[] } | null;
  people: number;
}

/**
 * A picture whose cells count people, skills in its columns: those expected of the most people in all rows first, then by name; a skill
 * expected of nobody, on neither day, is left out.
 */
export function pictureCounts({ view, asOf, rows, groups = [], skills, counts, earlier, people }: CountedPicture): Picture {
  const shownRows = new Set(rows.map(({ id }) => id));
  const expectedOf = new Map<string, number>();
  const add = ({ row, column, expected }: CellCount, share: number) => {
    if (shownRows.has(row) && expected > 0) expectedOf.set(column, (expectedOf.get(column) ?? 0) + expected * share);
  };
  for (const count of counts) add(count, 1);
  // What was expected on the earlier day alone is shown, and stands last.
  for (const count of earlier?.counts ?? []) add(count, 0);
  const shown = expectedFirst(
    skills.filter(({ id }) => expectedOf.has(id)),
    expectedOf,
  );
  const [rowIds, columnIds] = [rows.map(({ id }) => id), shown.map(({ id }) => id)];
  return {
    view,
    asOf,
    before: earlier?.asOf ?? null,
    rows,
    groups,
    columns: shown.map(({ id, name }) => ({ id, name, group: null })),
    columnGroups: [],
    cells: sumCounts(counts, rowIds, columnIds, { isComparison: earlier !== null }),
    earlier: earlier && sumCounts(earlier.counts, rowIds, columnIds),
    people,
    hidden: { rows: 0, columns: 0 },
    disclosureControlled: false,
  };
}
