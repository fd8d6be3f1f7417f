import type { TeamNode } from '#app/domain/access/team-tree.ts';
import type { CellMark, CellState } from '#app/domain/capability/cell.ts';
import { compareNames } from '#app/domain/capability/compare-names.ts';
import type { PersonFacts } from '#app/domain/capability/person-facts.ts';
import { cellMarks, cellStates, type Picture, type PictureCells } from '#app/domain/capability/picture/picture.ts';

export interface Choice {
  id: string;
  name: string;
}

/** What the rows and columns of a picture can be filtered by: only what there is, before any filter. */
export interface FilterChoices {
  teams: Choice[];
  roles: Choice[];
  roleLevels: Choice[];
  skills: Choice[];
  states: CellState[];
  marks: CellMark[];
}

/** Somebody in a role level. */
export type Standing = Pick<PersonFacts, 'roleId' | 'roleName' | 'roleLevelId' | 'roleLevelName'>;

/**
 * What a picture offers to filter by. `teams` are those under the one shown; `standing` are its people where they were read one by one:
 * a picture made of kept counts offers no roles. Roles and role levels by name, skills in the order of the columns.
 */
export function pictureChoices(picture: Picture, teams: readonly TeamNode[], standing: readonly Standing[]): FilterChoices {
  const { cells } = picture;
  const isOfPeople = cells.kind === 'person';
  return {
    teams: teams.map(({ id, name }) => ({ id, name })),
    roles: byName(standing.map(({ roleId, roleName }) => [roleId, roleName])),
    roleLevels: byName(standing.map(({ roleLevelId, roleLevelName }) => [roleLevelId, roleLevelName])),
    skills: picture.view === 'cycles' ? picture.rows.map(({ id, name }) => ({ id, name })) : picture.columns.map(({ id, name }) => ({ id, name })),
    states: statesOf(cells),
    marks: isOfPeople ? cellMarks.filter((mark) => cells.markSets.some((marks) => marks.includes(mark))) : [],
  };
}

/** Those of single people, or those that somebody has whom a cell counts: it cannot tell above from meets, nor why a level is missing. */
function statesOf(cells: PictureCells): CellState[] {
  if (cells.kind === 'person') return cellStates.filter((_, place) => cells.states.includes(String(place)));
  if (cells.kind === 'expectation') return [];
  const { expected, assessed, met } = cells;
  const found: [CellState, boolean][] = [
    ['not-assessed', expected.some((people, at) => people > assessed[at]!)],
    ['below', assessed.some((people, at) => people > met[at]!)],
    ['meets', met.some((people) => people > 0)],
  ];
  return found.flatMap(([state, isThere]) => (isThere ? [state] : []));
}

function byName(pairs: readonly [id: string, name: string][]): Choice[] {
  return [...new Map(pairs)].map(([id, name]) => ({ id, name })).sort((one, other) => compareNames(one.name, other.name) || compareNames(one.id, other.id));
}
