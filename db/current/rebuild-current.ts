import { eq } from 'drizzle-orm';
import { person, team } from '#db/schema/index.ts';
import type { TenantDatabase } from '#db/tenant.ts';
import { bumpRevisions } from './bump-revisions.ts';
import { findOutdatedTeams } from './find-outdated-teams.ts';
import { lockTeams } from './lock-teams.ts';
import { refreshCurrentAssessments } from './refresh-current-assessments.ts';
import { refreshTeamSkillSummary } from './refresh-team-skill-summary.ts';

export interface Drift {
  /** Rows that were missing or wrong, or should not have been there. Zero when the write path kept its promise. */
  currentAssessments: number;
  teamSkillSummaries: number;
}

/**
 * Rebuilds one organisation's kept tables from the history and says how far they had drifted from it.
 * Counts that only the passing of a start or leaving date has made old are renewed and are no drift.
 */
export async function rebuildCurrent(db: TenantDatabase, today: string): Promise<Drift> {
  const organisationId = db.organisationId;
  return db.transaction(async (tx) => {
    const people = await tx.select({ id: person.id }).from(person).where(eq(person.organisationId, organisationId));
    const teams = await tx.select({ id: team.id }).from(team).where(eq(team.organisationId, organisationId));
    const teamIds = teams.map((row) => row.id);
    const cells = await refreshCurrentAssessments(tx, organisationId, people.map((row) => row.id));
    await lockTeams(tx, organisationId, teamIds);
    await refreshTeamSkillSummary(tx, organisationId, await findOutdatedTeams(tx, organisationId, today), today);
    const counts = await refreshTeamSkillSummary(tx, organisationId, teamIds, today);
    // A picture that was wrong is asked for again.
    await bumpRevisions(tx, { organisationId, isOfAll: true });
    return {
      currentAssessments: cells.written + cells.removed,
      teamSkillSummaries: counts.written + counts.removed,
    };
  });
}
