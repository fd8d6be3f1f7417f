import type { CellMark, CellState } from '#app/domain/capability/cell.ts';
import type { FilterKind } from '#app/domain/capability/picture/filter/filters-of.ts';

/** What the filters by state, mark and kind are called wherever a picture says what it is narrowed to. */

export const stateWords: Record<CellState, string> = {
  below: 'below what is expected',
  meets: 'meets what is expected',
  above: 'above what is expected',
  'not-assessed': 'not assessed',
  'not-observed': 'not observed',
  'not-expected': 'not expected',
};

export const markWords: Record<CellMark, string> = {
  'self-only': 'self-assessed only',
  'manager-only': 'assessed by the manager only',
  stale: 'stale',
  review: 'to be reviewed',
  'level-undefined': 'level not defined by the framework',
  disputed: 'disputed',
  exempt: 'exempt for now',
};

export const kindWords: Record<FilterKind, string> = {
  teams: 'Team',
  roles: 'Role',
  roleLevels: 'Role level',
  skills: 'Skill',
  states: 'State',
  marks: 'Mark',
};
