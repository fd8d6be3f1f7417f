import { StartProblem } from '#db/embedded/start-problem.ts';
import { type Bench, openBench } from './bench/open-bench.ts';
import type { Section } from './bench/section.ts';
import { readArguments } from './command/read-arguments.ts';
import { runCommand } from './command/run-command.ts';

/**
 * `npm run bench`: how long things take, as ratios to the floor of the same run: the same data by plain SQL, the same picture by
 * another way. Needs `npm run build`. Fails on nothing: machines differ, and so do ratios on a busy one; a goal that is not met is
 * printed as NOT met.
 */

// Before React is loaded, which the sections do.
process.env.NODE_ENV = 'production';

/** In the order in which they run. Loaded one by one: those of the pictures bring a browser or a large database. */
const sections: Record<string, () => Promise<Section>> = {
  pages: async () => (await import('./bench/sections/measure-pages.ts')).measurePages,
  grid: async () => (await import('./bench/sections/measure-grid.ts')).measureGrid,
  'sign-in': async () => (await import('./bench/sections/measure-sign-in.ts')).measureSignIn,
  release: async () => (await import('./bench/sections/measure-release.ts')).measureRelease,
  spreadsheet: async () => (await import('./bench/sections/measure-spreadsheet.ts')).measureSpreadsheet,
  data: async () => (await import('./bench/sections/measure-data.ts')).measureData,
  server: async () => (await import('./bench/sections/measure-server.ts')).measureServer,
  size: async () => (await import('./bench/sections/measure-size.ts')).measureSize,
  paint: async () => (await import('./bench/sections/measure-paint.ts')).measurePaint,
  growth: async () => (await import('./bench/sections/measure-growth.ts')).measureGrowth,
};
const pictures = ['data', 'server', 'size', 'paint', 'growth'];

const known = Object.keys(sections).join(', ');
const usage = `npm run bench -- [SECTION ...] [--people 100000] [--runs 9]; sections: ${known}, and pictures for ${pictures.join(', ')}`;

function named(words: readonly string[]): string[] {
  const wanted = new Set(words.flatMap((word) => (word === 'pictures' ? pictures : [word])));
  const strange = [...wanted].find((word) => !(word in sections));
  if (strange !== undefined) throw new StartProblem(`There is no section "${strange}".\nUsage: ${usage}`);
  return Object.keys(sections).filter((name) => wanted.size === 0 || wanted.has(name));
}

function numberOf(option: string, said: string, least: number): number {
  const number = Number(said);
  if (!Number.isInteger(number) || number < least) throw new StartProblem(`--${option} is a whole number, ${least} or more, not "${said}".\nUsage: ${usage}`);
  return number;
}

await runCommand(async () => {
  const { values, positionals } = readArguments(usage, {
    allowPositionals: true,
    options: { people: { type: 'string', default: '100000' }, runs: { type: 'string', default: '9' } },
  });
  const options = { people: numberOf('people', values.people, 1_000), runs: numberOf('runs', values.runs, 1) };
  const names = named(positionals);
  let opened: Promise<Bench> | undefined;
  const open = () => (opened ??= openBench());
  try {
    for (const name of names) await (await sections[name]!())(open, options);
  } finally {
    await (await opened)?.close();
  }
});
