import type { PictureView } from '#app/domain/capability/picture/picture.ts';
import type { PictureState } from '#app/domain/capability/picture/picture-state.ts';
import { writePictureState } from '#app/domain/capability/picture/write-picture-state.ts';
import { pictureAddress } from './picture-address.ts';
import { noFilters } from '#app/routes/teams/heatmap/controls/no-filters.ts';

export interface PictureHrefs {
  /** Cells and column heads open a panel; undefined for a reader who may open none. */
  cellHref: ((rowId: string, columnId: string) => string) | undefined;
  columnHref: ((columnId: string) => string) | undefined;
  rowHref: (rowId: string) => string;
  groupHref: ((groupId: string) => string) | undefined;
}

interface Linked {
  teamId: string;
  /** What the address asks for. */
  state: PictureState;
  view: PictureView;
  mayOpen: boolean;
  /** Closed rounds: their columns lead to the picture of that day. */
  rounds: readonly { id: string; on: string }[];
  /** Where there is nothing to open, names lead here: to the table. */
  tableId: string;
}

/** The part of the page on which whatever is opened stands. */
export const panelId = 'open';

/** Where the parts of a picture lead. */
export function pictureHrefs({ teamId, state, view, mayOpen, rounds, tableId }: Linked): PictureHrefs {
  if (!mayOpen) return { cellHref: undefined, columnHref: undefined, rowHref: () => `#${tableId}`, groupHref: undefined };
  // Relative to the page: it stands in every cell.
  const search = writePictureState({ ...state, open: null }).toString();
  const start = `?${search}${search === '' ? '' : '&'}open=`;
  const open = (what: string) => `${start}${what}#${panelId}`;
  const day = state.asOf;
  const peopleOf = (id: string) => pictureAddress(id, { ...state, filters: noFilters }, { view: 'people', metric: null, before: null, asOf: day });
  const ofLevel = (roleLevel: string) => pictureAddress(teamId, state, { view: 'people', metric: null, before: null, filters: { ...noFilters, roleLevels: [roleLevel] } });
  const onRound = (id: string) => pictureAddress(teamId, state, { view: null, metric: null, asOf: rounds.find((round) => round.id === id)?.on ?? null });
  const rowHref: Record<PictureView, (id: string) => string> = {
    people: (id) => `/people/${id}`,
    voices: (id) => `/people/${id}`,
    teams: peopleOf,
    'role-levels': ofLevel,
    expectation: ofLevel,
    cycles: open,
  };
  return {
    cellHref: (rowId, columnId) => open(`${rowId}.${columnId}`),
    columnHref: view === 'cycles' ? onRound : open,
    rowHref: rowHref[view],
    groupHref: view === 'people' || view === 'voices' ? peopleOf : undefined,
  };
}
