import type { CellMark, CellState } from '#app/domain/capability/cell.ts';
import { type FilterKind, filtersOf } from '#app/domain/capability/picture/filter/filters-of.ts';
import { kindWords, markWords, stateWords } from './filter-words.ts';
import type { PictureView } from '#app/domain/capability/picture/picture.ts';
import type { PictureFilters, PictureState } from '#app/domain/capability/picture/picture-state.ts';

/** What ids are called; whatever is not in a list is not in this picture. */
export interface FilterNames {
  teams: readonly { id: string; name: string }[];
  roles: readonly { id: string; name: string }[];
  roleLevels: readonly { id: string; name: string }[];
  skills: readonly { id: string; name: string }[];
}

export interface DescribedFilter {
  kind: FilterKind;
  /** "Team: Networks". */
  words: string;
  /** The value alone: "Networks". */
  value: string;
  /** False where filters of this kind mean nothing in the view and let everything through. */
  applies: boolean;
  /** The same picture without this one value, from its first row. */
  without: PictureState;
}

const kinds: readonly FilterKind[] = ['teams', 'roles', 'roleLevels', 'skills', 'states', 'marks'];

/** Every single value that a picture is narrowed to, in words, each with the state of the picture without it. */
export function describeFilters(state: PictureState & { view: PictureView }, names: FilterNames): DescribedFilter[] {
  const used = new Set(filtersOf(state.view));
  return kinds.flatMap((kind) =>
    state.filters[kind].map((id): DescribedFilter => {
      const value = valueWords(kind, id, names);
      const applies = used.has(kind);
      const filters = { ...state.filters, [kind]: state.filters[kind].filter((other: string) => other !== id) } as PictureFilters;
      const words = `${kindWords[kind]}: ${value}${applies ? '' : ' (not used in this view)'}`;
      return { kind, words, value, applies, without: { ...state, filters, from: 0 } };
    }),
  );
}

function valueWords(kind: FilterKind, id: string, names: FilterNames): string {
  if (kind === 'states') return stateWords[id as CellState];
  if (kind === 'marks') return markWords[id as CellMark];
  return names[kind].find((one) => one.id === id)?.name ?? 'one that is not here';
}
