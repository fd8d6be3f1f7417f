import type { Picture } from '#app/domain/capability/picture/picture.ts';
import type { PersonFacts } from '#app/domain/capability/person-facts.ts';
import type { ShownState } from '#app/domain/capability/picture/decide-picture-state.ts';
import type { Context } from '#app/platform/context.ts';
import type { TeamPlace } from '#app/services/people/read-team.server.ts';
import type { Tx } from '#db/tenant.ts';

/** What a view is read with. */
export interface ViewWanted {
  /** The running transaction, and the same context inside it. */
  tx: Tx;
  context: Context;
  team: TeamPlace;
  state: ShownState;
  /** ISO date. */
  today: string;
}

/** What the reader of one view answers: the picture in the builder's order, before filters. */
export interface ViewRead {
  picture: Picture;
  /** Who stands behind it, where they were read one by one. */
  people: readonly PersonFacts[];
  /** People who were not in these teams on the earlier day, and those who were and are not any more. */
  joined: number;
  left: number;
}
