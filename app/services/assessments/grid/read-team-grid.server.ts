import { and, eq, inArray } from 'drizzle-orm';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { whyVoiceIsClosed } from '#app/domain/assessment/answer/why-voice-is-closed.ts';
import { buildColumns } from '#app/domain/assessment/grid/build-columns.ts';
import { orderPeople } from '#app/domain/assessment/grid/order-people.ts';
import { orderSkills } from '#app/domain/assessment/grid/order-skills.ts';
import type { GridAct, GridPerson, GridVoice, TeamGrid } from '#app/domain/assessment/grid/team-grid.ts';
import { recordRatingsView } from '#app/platform/audit/record-ratings-view.server.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { participantFacts } from '#app/domain/assessment/cycle/participant-facts.ts';
import { readAnswers } from '#app/services/assessments/answer/read-answers.server.ts';
import { voiceActions } from '#app/services/assessments/answer/voice-actions.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import type { TeamPlace } from '#app/services/people/read-team.server.ts';
import { currentAssessment } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { type PlacedInRound, readGridPeople } from './read-grid-people.server.ts';
import { readGridTeam } from './read-grid-team.server.ts';
import { readGridSkills } from './read-grid-skills.server.ts';
import { readLastAnswers } from './read-last-answers.server.ts';

/** What one page of the grid holds at most: a form takes 2,000 fields. */
const cellsAPage = 1_800;

export interface TeamGridPage {
  team: TeamPlace;
  grid: TeamGrid;
  /** The first person shown is this one of all, from 0, and so many there are. */
  from: number;
  total: number;
  /** How many people are shown at once. */
  pageSize: number;
}

/**
 * Everything the grid of a team shows to one voice: people x skills, expected, recorded last and answered, and where it can be
 * answered now. Somebody whose ratings the viewer may not read is left out. `below` takes in the teams under it; `from` begins
 * at a later person, where there are too many for one page. Throws 404 for an unknown team, 403 where the viewer may not speak
 * as this voice there. The look is recorded.
 */
export async function readTeamGrid(
  context: Context,
  teamId: string,
  voice: GridVoice,
  { below = false, from = 0 }: { below?: boolean; from?: number } = {},
): Promise<TeamGridPage> {
  const { organisationId } = context.db;
  const team = await readGridTeam(context, teamId, voice);
  const today = todayOf(context);
  return context.db.transaction(async (tx) => {
    const inside = within(context, tx);
    const placed = await readGridPeople(tx, organisationId, below ? team.subtreeIds : [teamId], today);
    const readable = placed.filter((person) => isPermitted(context.viewer, 'read-ratings', personSubject(person)));
    const ordered = orderPeople(readable, team.subtreeIds);
    const ids = ordered.map(({ id }) => id);
    const expected = await readExpected(tx, organisationId, ids);
    const last = ids.length === 0 ? [] : await readLastAnswers(tx, organisationId, ids, [...new Set<GridVoice>([voice, 'agreed'])]);
    // What is being written of somebody is read by those who write it, and not by the person.
    const mine = ordered.filter((person) => isPermitted(context.viewer, voiceActions[voice], personSubject(person)));
    const stored = await readAnswers(tx, organisationId, mine.map(({ id }) => id), [voice]);
    const expectedOf = new Map<string, number>();
    for (const { skillId, level } of expected) if (level !== null) expectedOf.set(skillId, (expectedOf.get(skillId) ?? 0) + 1);
    const answered = new Set([...expected, ...last, ...stored.filter(({ answer }) => answer !== null)].map(({ skillId }) => skillId));
    const known = orderSkills([...(await readAssessableSkills(inside)).values()], expectedOf, answered);
    const pageSize = Math.max(Math.floor(cellsAPage / Math.max(known.length, 1)), 1);
    const first = Math.min(Math.max(from, 0), Math.max(ordered.length - 1, 0));
    const shown = ordered.slice(first, first + pageSize);
    const skills = await readGridSkills(inside, known);
    await recordRatingsView(tx, context, { page: 'assess', teamId, asOf: today, people: shown.length });
    const people = shown.map((person) => gridPerson(context, person, voice));
    return { team, from: first, total: ordered.length, pageSize, grid: { voice, people, skills, ...buildColumns(people, skills, { expected, last, stored, voice }) } };
  });
}

function readExpected(tx: Tx, organisationId: string, personIds: string[]) {
  if (personIds.length === 0) return Promise.resolve([]);
  return tx
    .select({ personId: currentAssessment.personId, skillId: currentAssessment.skillId, level: currentAssessment.expectedLevel })
    .from(currentAssessment)
    .where(and(eq(currentAssessment.organisationId, organisationId), inArray(currentAssessment.personId, personIds)));
}

function gridPerson(context: Context, person: PlacedInRound, voice: GridVoice): GridPerson {
  const { id, name, teamName, roleLevelName, seniority, round } = person;
  const facts = round && participantFacts(round);
  const isOneself = id === context.viewer.personId;
  const mayAnswer = isPermitted(context.viewer, voiceActions[voice], personSubject(person));
  const closedByRound = whyVoiceIsClosed(voice, facts, round?.name ?? '');
  const notMine = isOneself ? 'This is you: your levels are given by somebody else.' : 'You may read what is recorded of this person, and not assess them.';
  const closed = mayAnswer ? closedByRound : notMine;
  return { id, name, teamName, roleLevelName, seniority, closed, roundName: round?.name ?? null, act: mayAnswer ? actOf(voice, facts) : null };
}

function actOf(voice: GridVoice, facts: { managerIn: boolean; isRevealed: boolean } | null): GridAct | null {
  if (facts === null) return 'record';
  if (voice === 'agreed') return facts.isRevealed ? 'record' : null;
  if (!facts.managerIn) return 'hand-in';
  return facts.isRevealed ? null : 'take-back';
}
