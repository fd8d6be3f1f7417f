import { readPicture } from '#app/services/capability/picture/read-picture.server.ts';
import { checkLarge } from '../large/check-large.ts';
import { type LargeBench, openLarge } from '../large/open-large.ts';
import { type Figures, type Job, measureRounds } from '../measure-rounds.ts';
import { stateOf } from '../picture-jobs.ts';
import { printGoal } from '../printing.ts';
import type { Section } from '../section.ts';

const rounds = 20;
const smallOrganisations = 1_000;

/** The pictures whose cost is followed as the organisation grows; the top page grows with it, the others stay as large as they are. */
const kinds = { team: "A team's matrix", service: 'A service page of 50 teams', top: "The whole organisation's top page" };
type Kind = keyof typeof kinds;

async function jobsOf({ owner, organisationId, context }: LargeBench): Promise<Record<Kind, Job>> {
  const { rows } = await owner.query<{ id: string; name: string }>(
    "select id, name from team where organisation_id = $1 and (parent_id is null or name in ('Service 001', 'Team 00001'))",
    [organisationId],
  );
  const idOf = (name: RegExp) => rows.find((team) => name.test(team.name))!.id;
  return {
    team: () => readPicture(context, idOf(/^Team/), stateOf('people')),
    service: () => readPicture(context, idOf(/^Service/), stateOf('teams')),
    top: () => readPicture(context, idOf(/^Department/), stateOf('teams')),
  };
}

/** Prints what making the data took, and whether it is what the write path keeps. */
async function printMaking(bench: LargeBench, people: number, isLargest: boolean): Promise<void> {
  const seconds = bench.steps.reduce((sum, step) => sum + step.seconds, 0);
  console.log(`\n${people} people and ${bench.smallIds.length} small organisations, made in ${seconds.toFixed(0)} s`);
  if (isLargest) for (const step of bench.steps) console.log(`  ${step.what.padEnd(24)}${String(step.rows).padStart(9)} rows${step.seconds.toFixed(1).padStart(8)} s`);
  const drift = await checkLarge(bench, { small: 20, large: people <= 10_000 });
  console.log(`  Drift of what is kept: ${drift.currentAssessments} cells, ${drift.teamSkillSummaries} counts (${people <= 10_000 ? 'of all people' : 'of twenty small organisations'}; ${drift.seconds.toFixed(0)} s)`);
}

/** The slope in a picture of both on logarithmic scales: 1 where the cost grows as the people do, 0 where it stays. */
function exponentOf(points: readonly [people: number, milliseconds: number][]): number {
  const logs = points.map(([people, milliseconds]) => [Math.log(people), Math.log(milliseconds)] as const);
  const mean = (of: 0 | 1) => logs.reduce((sum, point) => sum + point[of], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  return logs.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / logs.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

/** What the same pictures cost in organisations of ten and a hundred times the people, each on a database of its own. */
export const measureGrowth: Section = async (_open, { people: largest }) => {
  const sizes = [...new Set([largest / 100, largest / 10, largest].map((size) => Math.max(1_000, Math.round(size))))];
  const found: [number, Record<Kind, Figures>][] = [];
  for (const people of sizes) {
    const isLargest = people === largest;
    const bench = await openLarge({ people, small: isLargest ? smallOrganisations : 20 });
    try {
      await printMaking(bench, people, isLargest);
      found.push([people, await measureRounds(rounds, await jobsOf(bench))]);
    } finally {
      await bench.close();
    }
  }
  console.log(`\nThe picture as a service, median milliseconds of ${rounds} rounds${sizes.map((size) => `${size} people`.padStart(16)).join('')}`);
  for (const [kind, name] of Object.entries(kinds) as [Kind, string][]) {
    console.log(`${name.padEnd(67)}${found.map(([, figures]) => figures[kind].median.toFixed(1).padStart(16)).join('')}`);
  }
  for (const [kind, name] of Object.entries(kinds) as [Kind, string][]) {
    printGoal(`${name}: exponent`, exponentOf(found.map(([people, figures]) => [people, figures[kind].median])), { atMost: 1 }, ' ');
  }
};
