import { auditJobs } from './bench/audit-jobs.ts';
import { benchJobs } from './bench/bench-jobs.ts';
import { gridJobs, gridLimit } from './bench/grid-jobs.ts';
import { measureImport } from './bench/measure-import.ts';
import { measureMemory } from './bench/measure-memory.ts';
import { type Figures, measureRounds } from './bench/measure-rounds.ts';
import { openBench } from './bench/open-bench.ts';
import { releaseJobs } from './bench/release-jobs.ts';
import { signInJobs } from './bench/sign-in-jobs.ts';
import { runCommand } from './command/run-command.ts';
import { measureFirstPage } from './measure-first-page.ts';

/**
 * `npm run bench`: how long the pages take, as ratios to the floor: the same data by plain SQL, in the
 * same run. Needs `npm run build`. Judges nothing: machines differ, and so do ratios on a busy one.
 */

process.env.NODE_ENV = 'production';
const rounds = 30;
/** Of what strangers may time, and of what is over in milliseconds: enough for a difference of a few in a hundred to show. */
const manyRounds = 300;

function line(name: string, figures: Figures, floor: Figures): string {
  const milliseconds = (['median', 'min', 'max'] as const).map((key) => figures[key].toFixed(1).padStart(8));
  return `${name.padEnd(52)}${milliseconds.join('')}${(figures.median / floor.median).toFixed(2).padStart(9)}`;
}

const ratio = (name: string, one: Figures, other: Figures) => `${name.padEnd(76)}${(one.median / other.median).toFixed(2).padStart(9)}`;

const heading = (title: string) => `\n${title.padEnd(52)}${['median', 'min', 'max'].map((word) => word.padStart(8)).join('')}${'to floor'.padStart(9)}`;

await runCommand(async () => {
  const bench = await openBench();
  try {
    const { size, reads, writes } = await benchJobs(bench);
    console.log(`${size.people} people x ${size.skills} skills, ${size.rows} rows; ${rounds} rounds after warming up; milliseconds.`);
    const read = await measureRounds(rounds, reads);
    console.log(heading('Reading'));
    console.log(line('Floor: the rows by plain SQL', read.floor, read.floor));
    console.log(line('Heatmap, the service, and who looked at it', read.matrix, read.floor));
    console.log(line('Flags, the service, and who looked at it', read.flags, read.floor));
    console.log(line('Heatmap, the whole document', read.matrixPage, read.floor));
    console.log(line('Flags, the whole document', read.flagsPage, read.floor));
    const write = await measureRounds(rounds, writes);
    console.log(heading('Writing'));
    console.log(line('Floor: one bare insert into the history', write.insert, write.insert));
    console.log(line('Saving one assessment', write.save, write.insert));
    const grid = await gridJobs(bench);
    const cells = await measureRounds(manyRounds, grid.jobs);
    console.log(heading(`The grid, ${grid.size.people} people x ${grid.size.skills} skills, ${manyRounds} rounds`));
    console.log(line('Floor: one bare insert in a transaction', cells.insert, cells.insert));
    console.log(line('Keeping one cell, to the acknowledgement', cells.cell, cells.insert));
    console.log(`${`95th percentile of keeping one cell, ${cells.cell.percentile95 < gridLimit ? 'below' : 'NOT below'} ${gridLimit} ms`.padEnd(52)}${cells.cell.percentile95.toFixed(1).padStart(8)}`);
    const audit = await measureRounds(manyRounds, auditJobs(bench));
    console.log(line('Floor: one bare insert into the audit', audit.insert, audit.insert));
    console.log(line('One row of the audit, chained, in a transaction', audit.record, audit.insert));
    const { jobs, settle } = signInJobs(bench);
    const signIn = await measureRounds(manyRounds, jobs, settle);
    console.log(heading(`Signing in, up to the answer, ${manyRounds} rounds`));
    console.log(line('Floor: checking one password (argon2)', signIn.check, signIn.check));
    console.log(line('Wrong password, known address', signIn.knownSignIn, signIn.check));
    console.log(line('Wrong password, unknown address', signIn.unknownSignIn, signIn.check));
    console.log(line('Request for a new password, known address', signIn.knownReset, signIn.check));
    console.log(line('Request for a new password, unknown address', signIn.unknownReset, signIn.check));
    console.log(ratio('Wrong password: unknown to known address', signIn.unknownSignIn, signIn.knownSignIn));
    console.log(ratio('Request for a new password: unknown to known address', signIn.unknownReset, signIn.knownReset));
    const release = await releaseJobs();
    const { rows, megabytes, items } = release.size;
    const framework = await measureRounds(rounds, release.jobs);
    console.log(heading(`A release: ${rows} rows, ${megabytes.toFixed(1)} MB, ${items} items`));
    console.log(line('Floor: parting its rows into cells', framework.parse, framework.parse));
    console.log(line('Reading the documents, in a worker of their own', framework.read, framework.parse));
    console.log(line('Comparing it with the adopted version', framework.plan, framework.parse));
    console.log(`${'Most memory of a process that reads them'.padEnd(52)}${String(await measureMemory()).padStart(8)} MB`);
    const brought = await measureImport();
    const { seconds } = brought;
    console.log(`\nA spreadsheet of ${brought.rows} levels, brought in once`);
    const inSeconds = (name: string, value: number) => console.log(`${name.padEnd(52)}${value.toFixed(1).padStart(8)} s${(value / seconds.floor).toFixed(2).padStart(25)}`);
    inSeconds('Floor: the same rows bare, into the history alone', seconds.floor);
    inSeconds('Reading the XLSX, in a worker of its own', seconds.read);
    inSeconds('The dry run', seconds.plan);
    inSeconds('Bringing it in', seconds.apply);
    inSeconds('All three', brought.all);
    console.log(`${'Levels a second'.padEnd(52)}${Math.round(brought.rows / brought.all).toString().padStart(8)}`);
    console.log(`${'Most memory of the process that does it'.padEnd(52)}${String(brought.megabytes).padStart(8)} MB`);
    console.log("\nScripts of the first page, gzip");
    for (const address of ['/sign-in', '/']) console.log(`${address.padEnd(52)}${(measureFirstPage(address).gzipBytes / 1000).toFixed(1).padStart(8)} kB`);
  } finally {
    await bench.close();
  }
});
