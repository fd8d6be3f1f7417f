import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { RequestHandler } from 'express';
import { importBuilt } from '../import-built.ts';
import { measureRounds } from '../measure-rounds.ts';
import { printFigure, printGoal, printHeading, printLine } from '../printing.ts';
import type { Section } from '../section.ts';
import { servePages } from '../serve-pages.ts';

const run = promisify(execFile);
const load = { seconds: 5, atOnce: 8, turns: 3 };
const rounds = 60;

async function underLoad(address: string, cookie: string): Promise<{ perSecond: number; median: number; bytes: number }> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'scripts/bench/load-once.ts', address, String(load.seconds), String(load.atOnce), cookie]);
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as { perSecond: number; median: number; bytes: number };
}

/** Every address in turn, several times, so that a busy moment of the machine falls on all alike. Answers the median requests a second. */
async function inTurn<Name extends string>(address: string, cookie: string, wanted: Record<Name, [words: string, path: string]>): Promise<Record<Name, number>> {
  const entries = Object.entries(wanted) as [Name, [string, string]][];
  const found = new Map<Name, Awaited<ReturnType<typeof underLoad>>[]>(entries.map(([name]) => [name, []]));
  for (let turn = 0; turn < load.turns; turn += 1) {
    for (const [name, [, path]] of entries) found.get(name)!.push(await underLoad(`${address}${path}`, cookie));
  }
  const middle = entries.map(([name, [words]]) => {
    const { perSecond, median, bytes } = found.get(name)!.toSorted((first, second) => first.perSecond - second.perSecond)[Math.floor(load.turns / 2)]!;
    printFigure(words, perSecond, `/s  median ${median.toFixed(1)} ms, ${(bytes / 1000).toFixed(0)} kB`, 0);
    return [name, perSecond] as const;
  });
  return Object.fromEntries(middle) as Record<Name, number>;
}

/** Answers what the bench serves itself, behind everything that stands in front of the pages. */
function ownAnswers(answers: Record<string, () => string | Buffer>): RequestHandler {
  return (request, response, next) => {
    const made = answers[request.path];
    if (made) response.type('html').send(made());
    else next();
  };
}

/** What the server answers in a second: the page of the heatmap, a static page of its bytes, and the same cells drawn in two ways. */
export const measureServer: Section = async (open) => {
  const bench = await open();
  const { drawFigures } = await importBuilt<typeof import('../drawing/draw-figures.tsx')>('scripts/bench/drawing/draw-figures.tsx');
  const { sizes, perCell, oneString, figure } = drawFigures();
  const drawn = await measureRounds(rounds, { perCell: async () => perCell(), oneString: async () => oneString(), figure: async () => figure() });
  printHeading(`Drawing ${sizes.rows} x ${sizes.columns} cells into a React page, ${rounds} rounds`);
  printLine('React elements a cell (cells alone)', drawn.perCell, drawn.oneString);
  printLine('One escaped string (cells alone)', drawn.oneString, drawn.oneString);
  printLine('The whole figure: heads, labels, margins, sheets for paper', drawn.figure, drawn.oneString);
  printGoal('React elements a cell to one string', drawn.perCell.median / drawn.oneString.median, { atLeast: 3 });
  let page: Buffer = Buffer.alloc(0);
  const answers = { '/bench/static': () => page, '/bench/per-cell': perCell, '/bench/one-string': oneString, '/bench/figure': figure };
  const served = await servePages(bench.runtime, ownAnswers(answers));
  try {
    const address = `/teams/${bench.serviceId}/heatmap?view=people`;
    page = (await served.get(address, { cookie: bench.cookie })).body;
    console.log(`\nRequests a second, ${load.atOnce} at a time for ${load.seconds} s, ${load.turns} turns, the asking in a process of its own`);
    const asked = await inTurn(served.address, bench.cookie, {
      real: ["The team's heatmap, signed in, with its data and its audit", address],
      still: ['A static page of the same bytes', '/bench/static'],
      one: [`${sizes.rows} x ${sizes.columns} cells as one string, data in memory`, '/bench/one-string'],
      elements: [`${sizes.rows} x ${sizes.columns} cells as React elements, data in memory`, '/bench/per-cell'],
      whole: [`${sizes.rows} x ${sizes.columns} cells, the whole figure, data in memory`, '/bench/figure'],
    });
    const { real, still, one, elements, whole } = asked;
    printFigure('The heatmap to the static page', real / still, 'x', 3);
    printGoal('One string to React elements, requests a second', one / elements, { atLeast: 3 });
    printFigure('The whole figure to React elements of the cells alone', whole / elements, 'x', 2);
  } finally {
    await served.close();
  }
};
