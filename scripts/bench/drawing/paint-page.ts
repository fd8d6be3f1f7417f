import { fullTable, ours, tablePage } from './draw-ours.ts';
import { frame, frameEnd } from './frame-end.ts';
import { samplePicture } from './sample-picture.ts';
import { type Used, useOurs } from './use-ours.ts';
import { echartsInView, echartsWhole, imageData, type Way } from './ways-to-draw.ts';

/** The script of the page in which the ways to draw are measured. */
const ways = { ours, imageData, echartsWhole, echartsInView, tablePage, fullTable } as Record<string, Way>;
export type WayName = 'ours' | 'imageData' | 'echartsWhole' | 'echartsInView' | 'tablePage' | 'fullTable';

/** Milliseconds from data in memory: until the pixels can be read, and until the end of the frame that shows them. */
export interface Painted {
  drawn: number;
  shown: number;
}

export interface PaintBench {
  make(rows: number, columns: number): void;
  paint(way: WayName): Promise<Painted>;
  /** Our canvas under the pointer, under another metric and under the wheel. */
  use(): Promise<Used>;
}

let picture = samplePicture(1, 1);
const prepared = new Map<string, unknown>();

const bench: PaintBench = {
  make: (rows, columns) => {
    prepared.clear();
    picture = samplePicture(rows, columns);
  },
  paint: async (name) => {
    const way = ways[name]!;
    if (!prepared.has(name)) prepared.set(name, way.prepare(picture));
    const data = prepared.get(name);
    const host = document.querySelector<HTMLElement>('#host')!;
    host.replaceChildren();
    await frame();
    await frameEnd();
    const start = performance.now();
    const { canvases, dispose } = way.draw(host, data);
    for (const canvas of canvases) canvas.getContext('2d')!.getImageData(0, 0, 1, 1);
    const drawn = performance.now() - start;
    await frameEnd();
    const shown = performance.now() - start;
    dispose();
    return { drawn, shown };
  },
  use: () => useOurs(document.querySelector<HTMLElement>('#host')!, picture),
};

Object.assign(globalThis, { bench });
