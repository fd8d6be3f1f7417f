import { performance } from 'node:perf_hooks';
import { todayOf } from '#app/platform/today.ts';
import { measureDrift } from '#db/current/measure-drift.ts';
import type { Drift } from '#db/current/rebuild-current.ts';
import { refreshCurrentAssessments } from '#db/current/refresh-current-assessments.ts';
import { refreshTeamSkillSummary } from '#db/current/refresh-team-skill-summary.ts';
import { headOf } from '../make-large.ts';
import type { LargeBench } from './open-large.ts';

/** People and teams of one statement: an organisation of 100,000 in one would pass the time that a statement may take. */
const atOnce = { people: 2_000, teams: 500 };

/** Carries the answer out of the transaction that is undone. */
class Measured extends Error {
  constructor(readonly drift: Drift) {
    super('Only to be measured.');
  }
}

function parts<T>(things: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(things.length / size) }, (_, at) => things.slice(at * size, (at + 1) * size));
}

/** As measureDrift does, in parts. */
async function measureLarge({ context, owner, organisationId }: LargeBench): Promise<Drift> {
  const idsOf = async (table: 'person' | 'team') =>
    (await owner.query<{ id: string }>(`select id from ${table} where organisation_id = $1 order by id`, [organisationId])).rows.map(({ id }) => id);
  const [people, teams] = [await idsOf('person'), await idsOf('team')];
  try {
    return await context.db.transaction(async (tx) => {
      const drift = { currentAssessments: 0, teamSkillSummaries: 0 };
      for (const ids of parts(people, atOnce.people)) {
        const { written, removed } = await refreshCurrentAssessments(tx, organisationId, ids);
        drift.currentAssessments += written + removed;
      }
      for (const ids of parts(teams, atOnce.teams)) {
        const { written, removed } = await refreshTeamSkillSummary(tx, organisationId, ids, todayOf(context));
        drift.teamSkillSummaries += written + removed;
      }
      throw new Measured(drift);
    });
  } catch (error) {
    if (error instanceof Measured) return error.drift;
    throw error;
  }
}

/** How far what was made is from what the write path would keep: of so many of the small organisations, and of the large one where asked. */
export async function checkLarge(bench: LargeBench, { small, large }: { small: number; large: boolean }): Promise<Drift & { seconds: number }> {
  const start = performance.now();
  const { runtime, context } = bench;
  const sum = large ? await measureLarge(bench) : { currentAssessments: 0, teamSkillSummaries: 0 };
  for (const id of bench.smallIds.slice(0, small)) {
    const drift = await measureDrift(headOf(runtime.pool, id, context.now).db, todayOf(context));
    sum.currentAssessments += drift.currentAssessments;
    sum.teamSkillSummaries += drift.teamSkillSummaries;
  }
  return { ...sum, seconds: (performance.now() - start) / 1000 };
}
