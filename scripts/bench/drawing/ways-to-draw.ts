import { HeatmapChart } from 'echarts/charts';
import { DataZoomComponent, GridComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { cellLook } from '#app/charts/heatmap/look/cell-look.ts';
import type { HeatmapLayout } from '#app/charts/heatmap/layout/heatmap-layout.ts';
import { layoutHeatmap } from '#app/charts/heatmap/layout.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';

use([HeatmapChart, GridComponent, VisualMapComponent, DataZoomComponent, TooltipComponent, CanvasRenderer]);

/** The window that all pictures are looked at through, in CSS pixels. */
export const viewport = { width: 1280, height: 800 };
/** Chromium draws nothing on a canvas with a longer side, and nothing on one of a larger area. */
const longestSide = 65_000;

/** A way to draw: `prepare` makes what lies in memory before the clock starts, `draw` everything up to the last call. */
export interface Way<Data = unknown> {
  prepare(picture: Picture): Data;
  draw(host: HTMLElement, data: Data): { canvases: HTMLCanvasElement[]; dispose(): void };
}

/** The cell sizes of our own picture, which all others take. */
export function sizesOf(picture: Picture): { layout: HeatmapLayout; cellWidth: number; rowHeight: number; left: number; top: number } {
  const layout = layoutHeatmap(picture, { metric: 'gap', heldLevel: 3 });
  const { frame } = layout;
  return { layout, cellWidth: frame.cellsWidth / picture.columns.length, rowHeight: layout.box(0, 0).height + 2, left: frame.wideLabelWidth, top: frame.headHeight };
}

function canvasOf(host: HTMLElement, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width * devicePixelRatio;
  canvas.height = height * devicePixelRatio;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  host.append(canvas);
  return canvas;
}

const colourOf = (fill: string | null): number => (fill === null ? 0xffffffff : 0xff000000 | Number(`0x${fill.slice(5, 7)}${fill.slice(3, 5)}${fill.slice(1, 3)}`)) >>> 0;

/** The floor: the fills of the visible cells, pixel by pixel, and nothing else. */
export const imageData: Way<{ picture: Picture; sizes: ReturnType<typeof sizesOf> }> = {
  prepare: (picture) => ({ picture, sizes: sizesOf(picture) }),
  draw: (host, { picture, sizes }) => {
    const canvas = canvasOf(host, viewport.width, viewport.height);
    const context = canvas.getContext('2d')!;
    const image = context.createImageData(canvas.width, canvas.height);
    const pixels = new Uint32Array(image.data.buffer).fill(0xffffffff);
    const [width, height] = [sizes.cellWidth * devicePixelRatio, sizes.rowHeight * devicePixelRatio];
    const [left, top] = [sizes.left * devicePixelRatio, sizes.top * devicePixelRatio];
    for (let row = 0; row < picture.rows.length && top + row * height < canvas.height; row += 1) {
      for (let column = 0; column < picture.columns.length && left + column * width < canvas.width; column += 1) {
        const colour = colourOf(cellLook(picture, 'gap', row * picture.columns.length + column, { heldLevel: 3 }).fill);
        const [from, to] = [Math.round(left + column * width), Math.min(canvas.width, Math.round(left + (column + 1) * width) - 2)];
        const last = Math.min(canvas.height, Math.round(top + (row + 1) * height) - 2);
        for (let y = Math.round(top + row * height); y < last; y += 1) pixels.fill(colour, y * canvas.width + from, y * canvas.width + to);
      }
    }
    context.putImageData(image, 0, 0);
    return { canvases: [canvas], dispose: () => canvas.remove() };
  },
};

type Item = [column: number, row: number, gap: number | '-'];

/** What ECharts takes, made before the clock starts. The rows run downwards as ours do. */
function chartData(picture: Picture): { picture: Picture; items: Item[]; sizes: ReturnType<typeof sizesOf> } {
  const { cells, columns, rows } = picture;
  if (cells.kind !== 'person') throw new Error('The sample is one of people.');
  const items: Item[] = [];
  for (let at = 0; at < rows.length * columns.length; at += 1) {
    const [expected, agreed] = [cells.expected.charCodeAt(at) - 48, cells.agreed.charCodeAt(at) - 48];
    items.push([at % columns.length, Math.floor(at / columns.length), expected < 0 || agreed < 0 ? '-' : agreed - expected]);
  }
  return { picture, items, sizes: sizesOf(picture) };
}

function chart(host: HTMLElement, { picture, items, sizes }: ReturnType<typeof chartData>, inView: boolean) {
  const { rows, columns } = picture;
  const wholeHeight = sizes.top + rows.length * sizes.rowHeight;
  const [width, height] = inView
    ? [viewport.width, viewport.height]
    : [sizes.left + columns.length * sizes.cellWidth, Math.min(wholeHeight, Math.floor(longestSide / devicePixelRatio))];
  const box = document.createElement('div');
  host.append(box);
  const drawn: EChartsType = init(box, null, { renderer: 'canvas', width, height });
  const shown = { rows: Math.floor((height - sizes.top) / sizes.rowHeight), columns: Math.floor((width - sizes.left) / sizes.cellWidth) };
  drawn.setOption({
    animation: false,
    tooltip: {},
    grid: { left: sizes.left, top: sizes.top, right: 0, bottom: 0 },
    xAxis: { type: 'category', position: 'top', data: columns.map(({ name }) => name), axisLabel: { rotate: 90, interval: 0 } },
    yAxis: { type: 'category', inverse: true, data: rows.map(({ name }) => name), axisLabel: { interval: 0 } },
    visualMap: { type: 'continuous', show: false, min: -3, max: 3, dimension: 2, inRange: { color: ['#A33A00', '#F46A25', '#FBC3A5', '#F3F2F1', '#6BACE6', '#2073BC', '#12436D'] } },
    ...(inView && {
      dataZoom: [
        { type: 'inside', yAxisIndex: 0, startValue: 0, endValue: shown.rows - 1 },
        { type: 'inside', xAxisIndex: 0, startValue: 0, endValue: shown.columns - 1 },
      ],
    }),
    series: [{ type: 'heatmap', data: items, progressive: 0, itemStyle: { borderColor: '#FFFFFF', borderWidth: 2 }, label: { show: inView } }],
  });
  drawn.getZr().flush();
  return { canvases: [...box.querySelectorAll('canvas')], dispose: () => (drawn.dispose(), box.remove()) };
}

/** ECharts with every cell on one canvas, as high as the picture or as a canvas may be; without digits, in its favour. */
export const echartsWhole: Way<ReturnType<typeof chartData>> = { prepare: chartData, draw: (host, data) => chart(host, data, false) };

/** ECharts with the rows and columns of the window alone, by its own zoom, with digits. */
export const echartsInView: Way<ReturnType<typeof chartData>> = { prepare: chartData, draw: (host, data) => chart(host, data, true) };
