import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { holdRounds } from './hold-rounds.server.ts';
import { joinNewcomers } from './join-newcomers.server.ts';
import { readCycleRecord } from './read-cycle-record.server.ts';

/**
 * Takes everybody who has come into the teams of an open round since it opened into it. Answers how many; none where it is not
 * open. Asks no permission: whoever opened the round has decided it. Throws 404 for an unknown round.
 */
export async function joinRound(context: Context, cycleId: string): Promise<number> {
  return context.db.transaction(async (tx) => {
    await holdRounds(tx, context.db.organisationId);
    const record = await readCycleRecord(within(context, tx), cycleId);
    return record.cycle.state === 'open' ? joinNewcomers(tx, context.db.organisationId, record, todayOf(context)) : 0;
  });
}
