import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { countStandings, type StepCounts } from '#app/domain/assessment/cycle/count-standings.ts';
import { describeProgress } from '#app/domain/assessment/cycle/describe-progress.ts';
import { type MissingAtClose, missingAtClose } from '#app/domain/assessment/cycle/missing-at-close.ts';
import { type WhoWaits, whoWaits } from '#app/domain/assessment/cycle/who-waits.ts';
import { deny } from '#app/platform/audit/deny.server.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { type CycleRow, readCycleRecord } from './read-cycle-record.server.ts';
import { readGrantHolders } from './read-grant-holders.server.ts';
import { readRoundPeople, type RoundMember } from './read-round-people.server.ts';
import { viewRound } from './view-round.server.ts';

/** How far a round is, of the people whom the viewer may see in it. Holds no level. */
export interface CycleProgress {
  cycle: CycleRow;
  /** Null: the whole organisation. */
  teamName: string | null;
  /** Who waits for whom, in a sentence or two. */
  sentence: string;
  counts: StepCounts;
  /** By the name of the team; people without one last. */
  teams: { id: string | null; name: string | null; counts: StepCounts }[];
  people: RoundMember[];
  waits: WhoWaits;
  /** Of a closed round, what was missing when it closed, of the people whom the viewer sees; null before. Disputes for whoever runs it. */
  missing: MissingAtClose | null;
  /** True where the viewer sees a part of the round. */
  isPart: boolean;
  mayRun: boolean;
  /** Whether they can let somebody assess people whom nobody can. */
  mayManageAccess: boolean;
}

/**
 * The progress of a round as of today: counts for each team, and who waits for whom. A manager sees their own people, whoever
 * runs the round everybody. Throws 404 for an unknown round, 403 where it is about nobody whom the viewer may see.
 */
export async function readCycle(context: Context, cycleId: string): Promise<CycleProgress> {
  const { viewer } = context;
  const organisationId = context.db.organisationId;
  const { cycle, teamName, tree } = await readCycleRecord(context, cycleId);
  const today = todayOf(context);
  const { all, holders } = await context.db.transaction(async (tx) => ({
    all: await readRoundPeople(tx, organisationId, cycle, today),
    holders: await readGrantHolders(tx, organisationId, today),
  }));
  const { people, isVisible } = viewRound(viewer, cycle, tree, all);
  if (!isVisible) deny(context, 'read-cycles', { teamId: cycle.teamId });
  const waits = cycle.state === 'open' ? whoWaits(people, holders, tree) : { self: [], users: [], nobody: [] };
  const counts = countStandings(people.map(({ standing }) => standing));
  const mayRun = isPermitted(viewer, 'run-cycles', { teamId: cycle.teamId });
  const missing = cycle.state === 'closed' ? missingAtClose(cycle, people) : null;
  return {
    cycle,
    teamName,
    sentence: describeProgress(cycle, counts, waits),
    counts,
    teams: teamsOf(people),
    // Why somebody sits it out is for whoever lets them.
    people: mayRun ? people : people.map((member) => ({ ...member, exemptReason: null })),
    waits,
    missing: missing && (mayRun ? missing : { ...missing, disputes: [] }),
    isPart: people.length < all.length,
    mayRun,
    mayManageAccess: isPermitted(viewer, 'manage-access'),
  };
}

function teamsOf(people: readonly RoundMember[]): CycleProgress['teams'] {
  const byTeam = new Map<string | null, RoundMember[]>();
  for (const member of people) byTeam.set(member.teamId, [...(byTeam.get(member.teamId) ?? []), member]);
  return [...byTeam].map(([id, members]) => ({
    id,
    name: members[0]?.teamName ?? null,
    counts: countStandings(members.map(({ standing }) => standing)),
  }));
}
