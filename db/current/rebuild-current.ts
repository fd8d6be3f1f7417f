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

/** So many people and teams a statement: an organisation of 100,000 in one would pass the time that a statement may take. */
const atOnce: PartSizes = { people: 2_000, teams: 500 };

export interface PartSizes {
  people: number;
  teams: number;
}

/**
 * Rebuilds one organisation's kept tables from the history and says how far they had drifted from it, in one transaction and as many
 * statements as it takes. Counts that only the passing of a start or leaving date has made old are renewed and are no drift.
 */
export async function rebuildCurrent(db: TenantDatabase, today: string, sizes = atOnce): Promise<Drift> {
  const organisationId = db.organisationId;
  return db.transaction(async (tx) => {
    // By their ids, as every writer locks them, so that the parts are locked in one order too.
    const people = await tx.select({ id: person.id }).from(person).where(eq(person.organisationId, organisationId)).orderBy(person.id);
    const teams = await tx.select({ id: team.id }).from(team).where(eq(team.organisationId, organisationId)).orderBy(team.id);
    const currentAssessments = await inParts(people, sizes.people, (ids) => refreshCurrentAssessments(tx, organisationId, ids));
    await lockTeams(tx, organisationId, teams.map(({ id }) => id));
    const outdated = (await findOutdatedTeams(tx, organisationId, today)).map((id) => ({ id }));
    const recount = (ids: string[]) => refreshTeamSkillSummary(tx, organisationId, ids, today);
    await inParts(outdated, sizes.teams, recount);
    const teamSkillSummaries = await inParts(teams, sizes.teams, recount);
    // A picture that was wrong is asked for again.
    await bumpRevisions(tx, { organisationId, isOfAll: true });
    return { currentAssessments, teamSkillSummaries };
  });
}

/** One part after the other; answers how many rows differed in all of them. */
async function inParts(things: readonly { id: string }[], size: number, refresh: (ids: string[]) => Promise<{ written: number; removed: number }>): Promise<number> {
  let differed = 0;
  for (let from = 0; from < things.length; from += size) {
    const { written, removed } = await refresh(things.slice(from, from + size).map(({ id }) => id));
    differed += written + removed;
  }
  return differed;
}
