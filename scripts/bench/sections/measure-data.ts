import { measureRounds } from '../measure-rounds.ts';
import { serviceJobs, teamJobs } from '../picture-jobs.ts';
import { printGoal, printHeading, printLine } from '../printing.ts';
import type { Section } from '../section.ts';
import { servePages } from '../serve-pages.ts';

const rounds = 60;
const goals = { service: 2.5, json: 4, unchanged: 0.3 };

/**
 * Two pictures as a service, as JSON over HTTP and as an unchanged view, against the rows they are made of, read by a prepared
 * statement through one connection of the owner. HTTP is over the loopback, to a server in this process, with the whole answer read.
 */
export const measureData: Section = async (open) => {
  const bench = await open();
  const served = await servePages(bench.runtime);
  try {
    const service = await serviceJobs(bench, served);
    const team = await teamJobs(bench, served);
    const { teams, skills, rows } = service.size;
    const page = await measureRounds(rounds, service.jobs);
    printHeading(`A page of ${teams} teams x ${skills} skills, ${rows} rows; ${rounds} rounds`);
    printLine('Floor: the rows by plain SQL', page.floor, page.floor);
    printLine('The service matrix, as API and flags read it', page.service, page.floor);
    printLine('The picture', page.picture, page.floor);
    printLine('The picture as JSON over HTTP', page.json, page.floor);
    printLine('The picture, unchanged (304)', page.unchanged, page.floor);
    const over = (figures: { median: number }, floor: { median: number }) => figures.median / floor.median;
    printGoal('Picture of 50 x 60 to plain SQL', over(page.picture, page.floor), { atMost: goals.service });
    printGoal('Service matrix of 50 x 60 to plain SQL', over(page.service, page.floor), { atMost: goals.service });
    printGoal('JSON over HTTP to plain SQL', over(page.json, page.floor), { atMost: goals.json });
    printGoal('Unchanged (304) to plain SQL', over(page.unchanged, page.floor), { atMost: goals.unchanged });
    const matrix = await measureRounds(rounds, team.jobs);
    printHeading(`A team's matrix, ${team.size.people} people x ${team.size.skills} skills, ${team.size.rows} rows; ${rounds} rounds`);
    printLine('Floor: the rows by plain SQL', matrix.floor, matrix.floor);
    printLine('The team matrix, and who looked at it', matrix.service, matrix.floor);
    printLine('The picture, and who looked at it', matrix.picture, matrix.floor);
    printLine('The picture as JSON over HTTP', matrix.json, matrix.floor);
    printLine('The API over HTTP', matrix.api, matrix.floor);
    printLine('The picture, unchanged (304)', matrix.unchanged, matrix.floor);
    printLine('The API, unchanged (304)', matrix.unchangedApi, matrix.floor);
    printGoal("Picture of a team's matrix to plain SQL", over(matrix.picture, matrix.floor), { atMost: goals.service });
    printGoal("Team matrix to plain SQL", over(matrix.service, matrix.floor), { atMost: goals.service });
    printGoal('JSON over HTTP to plain SQL', over(matrix.json, matrix.floor), { atMost: goals.json });
    printGoal('API over HTTP to plain SQL', over(matrix.api, matrix.floor), { atMost: goals.json });
    printGoal('Unchanged (304) to plain SQL', over(matrix.unchanged, matrix.floor), { atMost: goals.unchanged });
  } finally {
    await served.close();
  }
};
