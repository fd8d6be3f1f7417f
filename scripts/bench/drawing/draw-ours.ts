import { mountCanvas, type MountedCanvas } from '#app/charts/heatmap/canvas/mount-canvas.ts';
import type { HeatmapSource } from '#app/charts/heatmap/canvas/heatmap-source.ts';
import { tellPicture } from '#app/charts/heatmap/told/tell-picture.ts';
import { drawTable } from '#app/charts/heatmap/drawing/draw-table.ts';
import { readCells } from '#app/charts/heatmap/look/read-cells.ts';
import { takeRows } from '#app/domain/capability/picture/take-rows.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { sampleScales } from './sample-picture.ts';
import { viewport, type Way } from './ways-to-draw.ts';

const hrefs = { cellHref: (rowId: string, columnId: string) => `/people/${rowId}/assess?skill=${columnId}` };

/** What our canvas is given of a picture: what the server tells of it. */
export const sourceOf = (picture: Picture): HeatmapSource => ({ told: tellPicture(picture, { metrics: ['gap', 'agreed'], scales: sampleScales }), metric: 'gap', heldLevel: 3, hrefs, label: 'Sample' });

/** Puts our canvas into a frame of the size of the window. */
export function mountOurs(host: HTMLElement, source: HeatmapSource): { frame: HTMLElement; mounted: MountedCanvas } {
  const frame = document.createElement('div');
  frame.className = 'heatmap-view';
  frame.style.cssText = `position:relative;inset:auto;width:${viewport.width}px;height:${viewport.height}px`;
  host.append(frame);
  return { frame, mounted: mountCanvas(frame, source, () => {}) };
}

/** Our canvas as the page mounts it: the layout of the whole picture, and what is in view of it, with digits, marks, heads and labels. */
export const ours: Way<HeatmapSource> = {
  prepare: sourceOf,
  draw: (host, source) => {
    const { frame, mounted } = mountOurs(host, source);
    return {
      canvases: [...frame.querySelectorAll('canvas')],
      dispose: () => {
        mounted.destroy();
        frame.remove();
      },
    };
  },
};

/** The equal table as the server sends it: a page of it, or all rows at once. */
const table = (most: number): Way<string> => ({
  prepare: (picture) => {
    const shown = takeRows(picture, picture.rows.slice(0, most).map((_, at) => at));
    const { head, body } = drawTable(shown, { read: readCells(shown, 'gap', { heldLevel: 3, scales: sampleScales, say: 'words' }), from: 0, margins: null });
    return `<table><thead>${head}</thead><tbody>${body}</tbody></table>`;
  },
  draw: (host, markup) => {
    host.insertAdjacentHTML('beforeend', markup);
    // Has it laid out; the frame that follows paints it.
    host.lastElementChild!.getBoundingClientRect();
    return { canvases: [], dispose: () => host.replaceChildren() };
  },
});
export const tablePage = table(50);
export const fullTable = table(Number.POSITIVE_INFINITY);
