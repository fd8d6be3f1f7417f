import { cellLook } from '#app/charts/heatmap/cell-look.ts';
import { paintHeatmap } from '#app/charts/heatmap/canvas/paint-heatmap.ts';
import type { HeatmapScene } from '#app/charts/heatmap/canvas/heatmap-scene.ts';
import { drawTable } from '#app/charts/heatmap/draw-table.ts';
import { layoutHeatmap } from '#app/charts/heatmap/layout.ts';
import { takeRows } from '#app/domain/capability/picture/take-rows.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { sampleScales } from './sample-picture.ts';
import { viewport, type Way } from './ways-to-draw.ts';

const palette: HeatmapScene['palette'] = { isForced: false, ink: 'black', paper: 'white', muted: 'dimgray', line: 'lightgray', focus: 'gold', pointer: 'black' };

/** Our canvas: the layout of the whole picture, and what is in view of it, with digits, marks, heads and labels. */
export const ours: Way<Picture> = {
  prepare: (picture) => picture,
  draw: (host, picture) => {
    const canvas = document.createElement('canvas');
    canvas.width = viewport.width * devicePixelRatio;
    canvas.height = viewport.height * devicePixelRatio;
    canvas.style.width = `${viewport.width}px`;
    canvas.style.height = `${viewport.height}px`;
    host.append(canvas);
    const layout = layoutHeatmap(picture, { metric: 'gap', heldLevel: 3, uniformRows: true });
    const look = (at: number) => cellLook(picture, 'gap', at, { heldLevel: 3 });
    const view = { left: 0, top: 0, ...viewport };
    paintHeatmap(canvas.getContext('2d')!, { layout, labels: 'wide', view, ratio: devicePixelRatio, palette, look, rings: [] });
    return { canvases: [canvas], dispose: () => canvas.remove() };
  },
};

/** The equal table as the server sends it: a page of it, or all rows at once. */
const table = (most: number): Way<string> => ({
  prepare: (picture) => {
    const shown = takeRows(picture, picture.rows.slice(0, most).map((_, at) => at));
    const { head, body } = drawTable(shown, { metric: 'gap', heldLevel: 3, scales: sampleScales, from: 0, margins: null });
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
