import type { ShownState } from '#app/domain/capability/picture/decide-picture-state.ts';
import type { PictureState } from '#app/domain/capability/picture/picture-state.ts';
import type { HeatmapPage } from './read-heatmap-page.server.ts';

export interface ShownNow {
  /** What the address asks for, without what cannot be answered: what links go on from. */
  asked: PictureState;
  /** What is drawn. */
  shown: ShownState & { heldLevel: number };
}

/** The state of the page: what it was read with, and on top of it what the address changes without reading anything. */
export function shownNow({ shown, choices, today, mayNamePeople }: Pick<HeatmapPage, 'shown' | 'choices' | 'today' | 'mayNamePeople'>, now: PictureState): ShownNow {
  const open = mayNamePeople ? now.open : null;
  const asked = { ...now, open, asOf: shown.asOf === today ? null : shown.asOf, before: shown.before };
  const metric = choices.metrics.find((one) => one === now.metric) ?? choices.metrics[0]!;
  return { asked, shown: { ...shown, metric, heldLevel: now.heldLevel ?? 1, open } };
}
