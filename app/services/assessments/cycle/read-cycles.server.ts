import { and, desc, eq, sql } from 'drizzle-orm';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { mayBeAnywhere } from '#app/domain/access/may-be-anywhere.ts';
import { countStandings, type StepCounts } from '#app/domain/assessment/cycle/count-standings.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { deny } from '#app/platform/audit/deny.server.ts';
import { readTeamTree } from '#app/services/people/read-team-tree.server.ts';
import { cycle } from '#db/schema/index.ts';
import { readRoundPeople } from './read-round-people.server.ts';
import { viewRound } from './view-round.server.ts';

/** A round in the list of rounds. */
export interface ListedCycle {
  id: string;
  name: string;
  state: 'planned' | 'open' | 'closed';
  /** Null: the whole organisation. */
  teamName: string | null;
  opensOn: string;
  closesOn: string;
  /** Of the people whom the viewer may see in it. */
  counts: StepCounts;
  mayRun: boolean;
}

/**
 * The rounds that are about somebody whose progress the viewer may see: open ones first, then planned, then closed, newest first.
 * Throws 403 where the viewer may see none of anybody.
 */
export async function readCycles(context: Context): Promise<{ cycles: ListedCycle[]; mayPlan: boolean }> {
  const { viewer } = context;
  if (!mayBeAnywhere(viewer, 'read-cycles')) deny(context, 'read-cycles');
  const organisationId = context.db.organisationId;
  const tree = await readTeamTree(context.db);
  const listed = await context.db.transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(cycle)
      .where(and(eq(cycle.organisationId, organisationId)))
      .orderBy(sql`array_position(array['open', 'planned', 'closed'], ${cycle.state})`, desc(cycle.opensOn), cycle.name);
    const found: ListedCycle[] = [];
    for (const row of rows) {
      const { people, isVisible } = viewRound(viewer, row, tree, await readRoundPeople(tx, organisationId, row, todayOf(context)));
      if (!isVisible) continue;
      const { id, name, state, opensOn, closesOn, teamId } = row;
      found.push({
        id,
        name,
        state,
        opensOn,
        closesOn,
        teamName: tree.find((team) => team.id === teamId)?.name ?? null,
        counts: countStandings(people.map(({ standing }) => standing)),
        mayRun: isPermitted(viewer, 'run-cycles', { teamId }),
      });
    }
    return found;
  });
  return { cycles: listed, mayPlan: mayBeAnywhere(viewer, 'run-cycles') };
}
