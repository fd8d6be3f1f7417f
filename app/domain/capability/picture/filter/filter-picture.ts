import { subtreeOf } from '#app/domain/access/subtree-of.ts';
import type { TeamNode } from '#app/domain/access/team-tree.ts';
import { cellMatcher } from './cell-matcher.ts';
import { filtersOf } from './filters-of.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import type { PictureFilters } from '#app/domain/capability/picture/picture-state.ts';
import { takeColumns } from '#app/domain/capability/picture/take-columns.ts';
import { takeRows } from '#app/domain/capability/picture/take-rows.ts';

/** What a row is filtered by; null where a row has no such thing, and the filter then lets it through. */
export interface RowFacts {
  teamId: string | null;
  roleId: string | null;
  roleLevelId: string | null;
  /** How many people stand in the row. */
  people: number;
}

export interface PictureFacts {
  /** In the order of the picture's rows. */
  rows: readonly RowFacts[];
  /** The teams that the filter by team knows: a team takes in those under it. */
  tree: readonly TeamNode[];
}

/**
 * What the filters leave of a picture, with the rows, columns and people hidden counted in `hidden`. Several values of one kind are joined
 * by "or", the kinds by "and". Skills leave columns out (over rounds, where they are the rows, rows). States and marks leave out every row
 * without a cell, in a shown column, that has such a state and such a mark at once. A kind that means nothing in the view (`filtersOf`) is
 * passed over. A row that sums up others stays: it says what it said, of all.
 */
export function filterPicture(picture: Picture, facts: PictureFacts, filters: PictureFilters): Picture {
  const used = usedFilters(picture, filters);
  const skillsAreRows = picture.view === 'cycles';
  const narrowed = skillsAreRows || used.skills.length === 0 ? picture : takeColumns(picture, shownColumns(picture, used.skills));
  const passes = rowTest(facts.tree, used, skillsAreRows);
  const isFound = cellMatcher(narrowed.cells, used.states, used.marks);
  const columns = narrowed.columns.length;
  const shown = narrowed.rows.flatMap((row, place) => {
    const passed = row.isTotal || (passes(facts.rows[place]!, row.id) && (isFound === null || hasCell(isFound, place * columns, columns)));
    return passed ? [place] : [];
  });
  const kept = new Set(shown);
  const people = facts.rows.reduce((sum, row, place) => sum + (kept.has(place) ? 0 : row.people), picture.hidden.people ?? 0);
  return {
    ...(shown.length === narrowed.rows.length ? narrowed : takeRows(narrowed, shown)),
    hidden: {
      rows: picture.hidden.rows + picture.rows.length - shown.length,
      columns: picture.hidden.columns + picture.columns.length - columns,
      ...(people === 0 ? {} : { people }),
    },
  };
}

function usedFilters({ view }: Picture, filters: PictureFilters): PictureFilters {
  const known = new Set<string>(filtersOf(view));
  const entries = Object.entries(filters).map(([kind, values]) => [kind, known.has(kind) ? (values as string[]) : []]);
  return Object.fromEntries(entries) as PictureFilters;
}

function shownColumns({ columns }: Picture, skills: readonly string[]): number[] {
  const wanted = new Set(skills);
  return columns.flatMap(({ id }, place) => (wanted.has(id) ? [place] : []));
}

/** An empty list lets everything through, and so does every list a row that has no such thing. */
function rowTest(tree: readonly TeamNode[], filters: PictureFilters, skillsAreRows: boolean): (row: RowFacts, id: string) => boolean {
  const teams = new Set(filters.teams.flatMap((id) => subtreeOf(tree, id)));
  const [roles, roleLevels, skills] = [new Set(filters.roles), new Set(filters.roleLevels), new Set(filters.skills)];
  const lets = (asked: readonly string[], wanted: ReadonlySet<string>, value: string | null) => asked.length === 0 || value === null || wanted.has(value);
  return ({ teamId, roleId, roleLevelId }, id) =>
    lets(filters.teams, teams, teamId) &&
    lets(filters.roles, roles, roleId) &&
    lets(filters.roleLevels, roleLevels, roleLevelId) &&
    (!skillsAreRows || lets(filters.skills, skills, id));
}

function hasCell(isFound: (at: number) => boolean, from: number, count: number): boolean {
  for (let at = from; at < from + count; at += 1) if (isFound(at)) return true;
  return false;
}
