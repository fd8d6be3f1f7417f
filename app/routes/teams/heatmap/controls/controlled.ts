import type { PictureState } from '#app/domain/capability/picture/picture-state.ts';
import type { HeatmapPage } from '#app/routes/teams/heatmap/read-heatmap-page.server.ts';

/** What a part of the controls needs. */
export interface Controlled {
  page: HeatmapPage;
  /** What the address will ask for when the page on its way has come. */
  soon: PictureState;
}
