import { sql } from 'drizzle-orm';
import type { Tx } from '#db/tenant.ts';

/** How one team stood in one skill when a round was closed: its own people, not its subtree's. */
export interface SnapshotCount {
  cycleId: string;
  teamId: string;
  skillId: string;
  expected: number;
  assessed: number;
  met: number;
  /** People agreed at level 0, 1, 2 ..., expected or not. */
  atLevel: number[];
  /** ISO date; null without an agreed assessment of somebody expected. */
  oldestOn: string | null;
}

interface SnapshotRow extends Record<string, unknown> {
  cycle_id: string;
  team_id: string;
  skill_id: string;
  expected: number;
  assessed: number;
  met: number;
  at_level: string;
  oldest_on: string | null;
}

/**
 * What was kept of these teams when these rounds were closed. Nothing stands for a round that is not closed, for one that was closed
 * before anything was kept, and for a team that was not in it. Runs inside the caller's transaction, who has authorised the teams.
 */
export async function readSnapshots(tx: Tx, organisationId: string, cycleIds: readonly string[], teamIds: readonly string[]): Promise<SnapshotCount[]> {
  if (cycleIds.length === 0) return [];
  const { rows } = await tx.execute<SnapshotRow>(sql`
    select cycle_id, team_id, skill_id, expected, assessed, met, array_to_string(at_level, ',') as at_level, oldest_agreed_on::text as oldest_on
    from team_skill_snapshot
    where organisation_id = ${organisationId} and cycle_id = any(${sql.param([...cycleIds])}::uuid[]) and team_id = any(${sql.param([...teamIds])}::uuid[])`);
  return rows.map((row) => ({
    cycleId: row.cycle_id,
    teamId: row.team_id,
    skillId: row.skill_id,
    expected: row.expected,
    assessed: row.assessed,
    met: row.met,
    atLevel: row.at_level.split(',').map(Number),
    oldestOn: row.oldest_on,
  }));
}
