import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { mayBeAnywhere } from '#app/domain/access/may-be-anywhere.ts';
import { deny } from '#app/platform/audit/deny.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { readTeamTree } from '#app/services/people/read-team-tree.server.ts';
import { type CycleRow, readCycleRecord } from './read-cycle-record.server.ts';

/** What the form of a round needs. */
export interface CycleForm {
  /** Null for a new one. */
  cycle: CycleRow | null;
  /** The teams whose rounds the viewer may run, by name. */
  teams: { id: string; name: string }[];
  /** Whether they may run one of the whole organisation. */
  mayBeWhole: boolean;
  /** What a new round is for unless another team is chosen: all that the viewer leads; null is the whole organisation. */
  topTeamId: string | null;
}

/** For a new round or one that is changed. Throws 404 for an unknown round, 403 where the viewer may run none, or not this one. */
export async function readCycleForm(context: Context, cycleId: string | null): Promise<CycleForm> {
  const { viewer } = context;
  const cycle = cycleId === null ? null : (await readCycleRecord(context, cycleId)).cycle;
  if (cycle) authorise(context, 'run-cycles', { teamId: cycle.teamId });
  else if (!mayBeAnywhere(viewer, 'run-cycles')) deny(context, 'run-cycles');
  const tree = await readTeamTree(context.db);
  const teams = tree.filter(({ id }) => isPermitted(viewer, 'run-cycles', { teamId: id }));
  const mayBeWhole = isPermitted(viewer, 'run-cycles', { teamId: null });
  const top = teams.find(({ parentId }) => parentId === null || !teams.some(({ id }) => id === parentId));
  return { cycle, teams: teams.map(({ id, name }) => ({ id, name })), mayBeWhole, topTeamId: mayBeWhole ? null : (top?.id ?? null) };
}
