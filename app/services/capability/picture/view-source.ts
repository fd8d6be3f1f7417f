import type { ShownState } from '#app/domain/capability/picture/decide-picture-state.ts';
import type { RowFacts } from '#app/domain/capability/picture/filter/filter-picture.ts';
import type { Standing } from '#app/domain/capability/picture/views/picture-choices.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import type { Context } from '#app/platform/context.ts';
import type { TeamPlace } from '#app/services/people/read-team.server.ts';
import type { Tx } from '#db/tenant.ts';

/** A closed round that took in people of the teams shown. */
export interface ClosedRound {
  id: string;
  name: string;
  /** The day on which it was closed, an ISO date. */
  on: string;
  /** The team that it was a round of; null for the whole organisation. */
  teamId: string | null;
}

/** What a view is read with. */
export interface ViewWanted {
  /** The running transaction, and the same context inside it. */
  tx: Tx;
  context: Context;
  team: TeamPlace;
  state: ShownState;
  /** ISO date. */
  today: string;
  /** Oldest first. */
  rounds: Promise<readonly ClosedRound[]>;
}

/** What the reader of one view answers: the picture in the builder's order, before filters. */
export interface ViewRead {
  picture: Picture;
  /** What its rows can be filtered by, in their order. */
  rows: RowFacts[];
  /** Who stands behind it, where they were read one by one. */
  standing: readonly Standing[];
  /** In a comparison: how many were not in these teams on the earlier day, and how many were and are not any more. */
  joined: number;
  left: number;
}
