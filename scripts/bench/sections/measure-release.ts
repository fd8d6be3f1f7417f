import { measureMemory } from '../measure-memory.ts';
import { measureRounds } from '../measure-rounds.ts';
import { printFigure, printHeading, printLine } from '../printing.ts';
import { releaseJobs } from '../release-jobs.ts';
import type { Section } from '../section.ts';

const rounds = 30;

/** Reading a release of the framework and comparing it with the adopted version. */
export const measureRelease: Section = async () => {
  const release = await releaseJobs();
  const { rows, megabytes, items } = release.size;
  const framework = await measureRounds(rounds, release.jobs);
  printHeading(`A release: ${rows} rows, ${megabytes.toFixed(1)} MB, ${items} items`);
  printLine('Floor: parting its rows into cells', framework.parse, framework.parse);
  printLine('Reading the documents, in a worker of their own', framework.read, framework.parse);
  printLine('Comparing it with the adopted version', framework.plan, framework.parse);
  printFigure('Most memory of a process that reads them', await measureMemory(), 'MB', 0);
};
