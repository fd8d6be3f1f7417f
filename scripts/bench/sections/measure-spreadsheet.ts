import { measureImport } from '../measure-import.ts';
import { printFigure } from '../printing.ts';
import type { Section } from '../section.ts';

/** 65,000 levels out of a spreadsheet, once. */
export const measureSpreadsheet: Section = async () => {
  const { seconds, all, rows, megabytes } = await measureImport();
  console.log(`\nA spreadsheet of ${rows} levels, brought in once`);
  const inSeconds = (name: string, value: number) => printFigure(name, value, `s ${(value / seconds.floor).toFixed(2).padStart(17)} to floor`);
  inSeconds('Floor: the same rows bare, into the history alone', seconds.floor);
  inSeconds('Reading the XLSX, in a worker of its own', seconds.read);
  inSeconds('The dry run', seconds.plan);
  inSeconds('Bringing it in', seconds.apply);
  inSeconds('All three', all);
  printFigure('Levels a second', rows / all, '', 0);
  printFigure('Most memory of the process that does it', megabytes, 'MB', 0);
};
