import type { GridSurface } from './mount-grid.ts';
import type { GridPlace } from './move-in-grid.ts';
import type { Painter } from './paint-soon.ts';
import { placeBox } from './place-box.ts';
import { showPlace } from './show-place.ts';

/** What the keyboard needs of a canvas: places are scrolled to, and what stands there is in the table behind, as `elementAt` finds it. */
export function canvasSurface(frame: HTMLElement, painter: Painter, elementAt: (place: GridPlace) => ReturnType<GridSurface['reach']>): GridSurface {
  return {
    rowNames: () => painter.placed.told.rows.map(({ name }) => name),
    columns: () => painter.placed.told.columns.length,
    page: () => {
      const { headHeight, bands } = painter.placed.layout;
      return Math.max(1, Math.floor((frame.clientHeight - headHeight) / bands.at(-1)!.height) - 1);
    },
    reach: (at) => {
      const { layout } = painter.placed;
      const box = placeBox(layout, at);
      if (!box) return null;
      showPlace(frame, at, box, { left: layout.labelWidth, top: layout.headHeight });
      return elementAt(at);
    },
  };
}
