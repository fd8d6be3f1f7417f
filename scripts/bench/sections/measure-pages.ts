import { benchJobs } from '../bench-jobs.ts';
import { measureRounds } from '../measure-rounds.ts';
import { printHeading, printLine } from '../printing.ts';
import type { Section } from '../section.ts';

const rounds = 30;

/** The heatmap and the flags of a whole service as services and as documents, and saving one assessment. */
export const measurePages: Section = async (open) => {
  const { size, reads, writes } = await benchJobs(await open());
  console.log(`\n${size.people} people x ${size.skills} skills, ${size.rows} rows; ${rounds} rounds after warming up; milliseconds.`);
  const read = await measureRounds(rounds, reads);
  printHeading('Reading');
  printLine('Floor: the rows by plain SQL', read.floor, read.floor);
  printLine('Heatmap, the service, and who looked at it', read.matrix, read.floor);
  printLine('Flags, the service, and who looked at it', read.flags, read.floor);
  printLine('Heatmap, the whole document', read.matrixPage, read.floor);
  printLine('Flags, the whole document', read.flagsPage, read.floor);
  const write = await measureRounds(rounds, writes);
  printHeading('Writing');
  printLine('Floor: one bare insert into the history', write.insert, write.insert);
  printLine('Saving one assessment', write.save, write.insert);
};
