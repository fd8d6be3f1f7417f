import { sql } from 'drizzle-orm';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { nameList } from '#app/domain/capability/name-list.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { type CycleRecord, readCycleRecord } from './read-cycle-record.server.ts';

/** What opening a round would do, or why it cannot be opened. */
export interface Opening extends CycleRecord {
  /** How many people would take part. */
  people: number;
  /** In words, with what to do; null where nothing stands in the way. */
  obstacle: string | null;
}

/**
 * Whom a planned round would ask as of today, and what stands in the way of opening it: somebody who takes part in another open
 * round, a last day that is over, nobody to ask. Throws 404 for an unknown round, 403 where the viewer may not run it. Inside the
 * transaction that opens it, `holds` keeps the round as it is.
 */
export async function readOpening(context: Context, cycleId: string, { holds = false } = {}): Promise<Opening> {
  const record = await readCycleRecord(context, cycleId, { holds });
  const { cycle, scopeIds } = record;
  authorise(context, 'run-cycles', { teamId: cycle.teamId });
  const organisationId = context.db.organisationId;
  const today = todayOf(context);
  const { rows } = await context.db.transaction((tx) =>
    tx.execute<{ name: string; round: string | null }>(sql`
      select person.name, other.name as round
      from placement
      join person on person.organisation_id = ${organisationId} and person.id = placement.person_id
      left join (
        select part.person_id, cycle.name from cycle_participant part
        join cycle on cycle.organisation_id = ${organisationId} and cycle.id = part.cycle_id and cycle.state = 'open'
        where part.organisation_id = ${organisationId}
      ) other on other.person_id = person.id
      where placement.organisation_id = ${organisationId} and placement.ends_on is null and placement.team_id = any(${sql.param(scopeIds)}::uuid[])
        and placement.starts_on <= ${today} and person.starts_on <= ${today} and (person.leaves_on is null or person.leaves_on >= ${today})
      order by person.name, person.id`),
  );
  return { ...record, people: rows.length, obstacle: obstacleOf(record, rows, today) };
}

function obstacleOf({ cycle }: CycleRecord, people: readonly { name: string; round: string | null }[], today: string): string | null {
  if (cycle.state !== 'planned') return cycle.state === 'open' ? 'This round is open already.' : 'This round is closed. Plan a new one.';
  if (people.length === 0) return 'Nobody stands in the teams of this round today: there is nobody to ask.';
  const taken = people.filter(({ round }) => round !== null);
  if (taken.length > 0) {
    const rounds = [...new Set(taken.map(({ round }) => `“${round}”`))];
    const who = taken.length === 1 ? `${taken[0]!.name} takes` : `${taken.length} people take`;
    const names = taken.length === 1 ? '' : `: ${nameList(taken.map(({ name }) => name))}`;
    return `${who} part in ${nameList(rounds)}, which ${rounds.length === 1 ? 'is' : 'are'} open${names}. Nobody takes part in two rounds at once: close ${rounds.length === 1 ? 'that round' : 'those rounds'} first, or choose other teams for this one.`;
  }
  const days = [cycle.selfDueOn, cycle.managerDueOn, cycle.conversationDueOn, cycle.moderationDueOn, cycle.closesOn].filter((day) => day !== null);
  const past = days.filter((day) => day < today).sort()[0];
  return past === undefined ? null : `A last day of this round, ${formatDate(past)}, is over. Move its days first.`;
}
