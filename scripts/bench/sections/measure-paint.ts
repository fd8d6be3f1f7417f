import type { Page } from '@playwright/test';
import { bundleDrawing } from '../bundle-drawing.ts';
import type { PaintBench, Painted, WayName } from '../drawing/paint-page.ts';
import type { Used } from '../drawing/use-ours.ts';
import { type OpenedBrowser, openBrowser } from '../open-browser.ts';
import { printFigure, printGoal } from '../printing.ts';
import type { Section } from '../section.ts';

const viewport = { width: 1280, height: 800 };
const sizes = [
  { rows: 50, columns: 20, goal: 3 },
  { rows: 500, columns: 60, goal: 8 },
  { rows: 5_000, columns: 60, goal: 50 },
];
const names: Record<WayName, string> = {
  imageData: 'Floor: a bare ImageData fill of the visible cells',
  ours: 'Our canvas: what is in view, with digits, heads and labels',
  echartsWhole: 'ECharts, every cell, no digits',
  echartsInView: 'ECharts, its zoom on the rows in view, digits',
  tablePage: 'Table of 50 rows, as the server pages it',
  fullTable: 'Table of all rows',
};
const ways = Object.keys(names) as WayName[];

declare const bench: PaintBench;

const median = (values: readonly number[]) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Every way in turn, so that a busy moment of the machine falls on all alike; the first turn does not count. */
async function measure(page: Page, runs: number, wanted: readonly WayName[]): Promise<Map<WayName, Painted[]>> {
  const found = new Map<WayName, Painted[]>(wanted.map((way) => [way, []]));
  for (let run = -1; run < runs; run += 1) {
    for (const way of wanted) {
      const painted = await page.evaluate((name) => bench.paint(name), way);
      if (run >= 0) found.get(way)!.push(painted);
    }
  }
  return found;
}

async function paintSize({ browser, address }: OpenedBrowser, { rows, columns, goal }: (typeof sizes)[number], runs: number, ratio: number): Promise<void> {
  const page = await browser.newPage({ viewport, deviceScaleFactor: ratio });
  page.setDefaultTimeout(600_000);
  await page.goto(address);
  await page.evaluate(([r, c]) => bench.make(r!, c!), [rows, columns]);
  const found = await measure(page, runs, ways);
  console.log(`\n${`${rows} x ${columns} cells, ${viewport.width} x ${viewport.height} at ${ratio}x`.padEnd(58)}${'drawn ms'.padStart(9)}${'shown ms'.padStart(10)}`);
  const drawn = (way: WayName) => median(found.get(way)!.map((painted) => painted.drawn));
  const shown = (way: WayName) => median(found.get(way)!.map((painted) => painted.shown));
  for (const way of ways) console.log(`${names[way].padEnd(58)}${drawn(way).toFixed(1).padStart(9)}${shown(way).toFixed(1).padStart(10)}`);
  printGoal('ECharts, every cell, to ours (drawn)', drawn('echartsWhole') / drawn('ours'), { atLeast: goal });
  printGoal('ECharts, every cell, to ours (shown)', shown('echartsWhole') / shown('ours'), { atLeast: goal });
  printGoal('ECharts, rows in view, to ours (drawn)', drawn('echartsInView') / drawn('ours'), { atLeast: goal });
  printGoal('Ours to the bare fill (drawn)', drawn('ours') / drawn('imageData'), { atMost: 3 });
  printGoal('Ours to the bare fill (shown)', shown('ours') / shown('imageData'), { atMost: 3 });
  if (rows > 50) printGoal('A full table to a page of it (shown)', shown('fullTable') / shown('tablePage'), { atLeast: 5 });
  if (rows > 1_000) printUse(await measureUse(page, runs));
  await page.close();
}

async function measureUse(page: Page, runs: number): Promise<Used> {
  const found: Used[] = [];
  for (let run = -1; run < runs; run += 1) {
    const used = await page.evaluate(() => bench.use());
    if (run >= 0) found.push(used);
  }
  const of = (key: keyof Used) => median(found.map((used) => used[key]));
  return { hover: of('hover'), metric: of('metric'), metricShown: of('metricShown'), framesPerSecond: of('framesPerSecond'), longFrames: of('longFrames'), longestFrame: of('longestFrame') };
}

const frameLimit = 1_000 / 60;

function printUse(used: Used): void {
  printGoal('Another metric, to the end of the frame that shows it', used.metricShown, { below: 2 * frameLimit }, 'ms');
  printFigure('Another metric, the work alone', used.metric, 'ms');
  printGoal('A cell under the pointer, the work of its frame', used.hover, { below: frameLimit }, 'ms');
  printGoal('Frames a second while scrolling', used.framesPerSecond, { atLeast: 58 }, '/s');
  printFigure('Frames of 240 that took longer than one and a half', used.longFrames, '', 0);
  printFigure('The longest frame', used.longestFrame, 'ms');
}

/**
 * From data in memory to pixels, in one browser and one page a size: "drawn" until the pixels can be read back from the canvas (a table:
 * until it is laid out), "shown" until the end of the frame that shows them, begun right after a frame.
 */
export const measurePaint: Section = async (_open, { runs }) => {
  const opened = await openBrowser(await bundleDrawing('scripts/bench/drawing/paint-page.ts'));
  try {
    console.log(`\nData to painted, median of ${runs} runs in turn`);
    for (const ratio of [1, 2]) for (const size of sizes) if (ratio === 1 || size.rows === 500) await paintSize(opened, size, runs, ratio);
  } finally {
    await opened.close();
  }
};
