import { auditJobs } from '../audit-jobs.ts';
import { gridJobs, gridLimit } from '../grid-jobs.ts';
import { measureRounds } from '../measure-rounds.ts';
import { printGoal, printHeading, printLine } from '../printing.ts';
import type { Section } from '../section.ts';

/** Of what is over in milliseconds: enough for a difference of a few in a hundred to show. */
const rounds = 300;

/** Keeping one cell of the grid, and one row of the audit. */
export const measureGrid: Section = async (open) => {
  const bench = await open();
  const { size, jobs } = await gridJobs(bench);
  const cells = await measureRounds(rounds, jobs);
  printHeading(`The grid, ${size.people} people x ${size.skills} skills, ${rounds} rounds`);
  printLine('Floor: one bare insert in a transaction', cells.insert, cells.insert);
  printLine('Keeping one cell, to the acknowledgement', cells.cell, cells.insert);
  printGoal('95th percentile of keeping one cell', cells.cell.percentile95, { below: gridLimit }, 'ms');
  const audit = await measureRounds(rounds, auditJobs(bench));
  printLine('Floor: one bare insert into the audit', audit.insert, audit.insert);
  printLine('One row of the audit, chained, in a transaction', audit.record, audit.insert);
};
