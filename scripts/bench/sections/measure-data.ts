import { type Figures, measureRounds } from '../measure-rounds.ts';
import { serviceJobs, teamJobs } from '../picture-jobs.ts';
import { printGoal, printHeading, printLine } from '../printing.ts';
import type { Section } from '../section.ts';
import { servePages } from '../serve-pages.ts';

const rounds = 80;
const goals = { service: 2.5, json: 4, unchanged: 0.3 };

/** By medians; the least times, which the rest of a busy machine touches least, stand in the lines above. */
const over = (figures: Figures, floor: Figures) => figures.median / floor.median;

/**
 * Two pictures as a service, as JSON over HTTP and as an unchanged view, against the same result by plain SQL through one connection. On
 * the side of the floor (picture-floors.ts): every row and column that the picture is made of, with the names of its rows and columns, by
 * prepared statements under the same row-level security. On ours: the right to see it, the day, the state of each cell, order, totals
 * and choices, the transaction, and for people the recorded look. The bare rows, without a name, are printed beside it. HTTP is over the
 * loopback, to a server in this process, with the whole answer read: the API by a key, whose calls are counted, and the page's data by a
 * session.
 */
export const measureData: Section = async (open) => {
  const bench = await open();
  const served = await servePages(bench.runtime);
  const service = await serviceJobs(bench, served);
  const team = await teamJobs(bench, served);
  try {
    const { teams, skills, rows } = service.size;
    const page = await measureRounds(rounds, service.jobs);
    printHeading(`A page of ${teams} teams x ${skills} skills, ${rows} rows; ${rounds} rounds`);
    printLine('Floor: the result of the picture by plain SQL', page.floor, page.floor);
    printLine('The result of the older matrix by plain SQL', page.matrixFloor, page.floor);
    printLine('The bare rows of three counts, without a name', page.bare, page.floor);
    printLine('The service matrix, as flags read it', page.service, page.floor);
    printLine('The picture', page.picture, page.floor);
    printLine('The API over HTTP', page.api, page.floor);
    printLine("The page's data over HTTP", page.page, page.floor);
    printLine('The revision of the picture', page.revision, page.floor);
    printLine('The API, unchanged (304)', page.unchangedApi, page.floor);
    printLine("The page's data, unchanged (304)", page.unchangedPage, page.floor);
    printGoal('Picture of 50 x 60 to plain SQL', over(page.picture, page.floor), { atMost: goals.service });
    printGoal('Service matrix of 50 x 60 to its plain SQL', over(page.service, page.matrixFloor), { atMost: goals.service });
    printGoal('API over HTTP to plain SQL', over(page.api, page.floor), { atMost: goals.json });
    printGoal('Unchanged, as a call, to plain SQL', over(page.revision, page.floor), { atMost: goals.unchanged });
    printGoal('Unchanged (304) over HTTP to plain SQL', over(page.unchangedApi, page.floor), { atMost: goals.unchanged });
    const matrix = await measureRounds(rounds, team.jobs);
    printHeading(`A team's matrix, ${team.size.people} people x ${team.size.skills} skills, ${team.size.rows} rows; ${rounds} rounds`);
    printLine('Floor: the result of the picture by plain SQL', matrix.floor, matrix.floor);
    printLine('The bare rows of cells, without a name', matrix.bare, matrix.floor);
    printLine('The team matrix, and who looked at it', matrix.service, matrix.floor);
    printLine('The picture, and who looked at it', matrix.picture, matrix.floor);
    printLine('The API over HTTP', matrix.api, matrix.floor);
    printLine("The page's data over HTTP", matrix.page, matrix.floor);
    printLine('The revision of the picture', matrix.revision, matrix.floor);
    printLine('The API, unchanged (304)', matrix.unchangedApi, matrix.floor);
    printLine("The page's data, unchanged (304)", matrix.unchangedPage, matrix.floor);
    printGoal("Picture of a team's matrix to plain SQL", over(matrix.picture, matrix.floor), { atMost: goals.service });
    printGoal('Team matrix to plain SQL', over(matrix.service, matrix.floor), { atMost: goals.service });
    printGoal('API over HTTP to plain SQL', over(matrix.api, matrix.floor), { atMost: goals.json });
    printGoal("Page's data over HTTP to plain SQL", over(matrix.page, matrix.floor), { atMost: goals.json });
    printGoal('Unchanged, as a call, to plain SQL', over(matrix.revision, matrix.floor), { atMost: goals.unchanged });
    printGoal('Unchanged (304) over HTTP to plain SQL', over(matrix.unchangedApi, matrix.floor), { atMost: goals.unchanged });
  } finally {
    await service.close();
    await team.close();
    await served.close();
  }
};
