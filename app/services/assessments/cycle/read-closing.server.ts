import { type MissingAtClose, missingAtClose } from '#app/domain/assessment/cycle/missing-at-close.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { type CycleRecord, readCycleRecord } from './read-cycle-record.server.ts';
import { readRoundPeople, type RoundMember } from './read-round-people.server.ts';

/** What closing a round would leave undone. */
export interface Closing extends CycleRecord {
  people: RoundMember[];
  missing: MissingAtClose;
  /** Whether anything is missing, so that closing asks for a note. */
  isMissing: boolean;
}

/**
 * What is missing in a round as of today, by name and step. Throws 404 for an unknown round, 403 where the viewer may not run it.
 * Inside the transaction that closes it, `holds` keeps the round as it is.
 */
export async function readClosing(context: Context, cycleId: string, { holds = false } = {}): Promise<Closing> {
  const record = await readCycleRecord(context, cycleId, { holds });
  authorise(context, 'run-cycles', { teamId: record.cycle.teamId });
  const people = await context.db.transaction((tx) => readRoundPeople(tx, context.db.organisationId, record.cycle, todayOf(context)));
  const missing = missingAtClose(record.cycle, people);
  return { ...record, people, missing, isMissing: Object.values(missing).some((named) => named.length > 0) };
}
