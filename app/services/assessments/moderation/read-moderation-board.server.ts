import { and, eq, inArray } from 'drizzle-orm';
import { countDifferences, type DifferenceCounts } from '#app/domain/assessment/moderation/count-differences.ts';
import { countLevels, type LevelCounts } from '#app/domain/assessment/moderation/count-levels.ts';
import { drawSample } from '#app/domain/assessment/moderation/draw-sample.ts';
import { type Doubt, findDoubts } from '#app/domain/assessment/moderation/find-doubts.ts';
import { leniencyInterval, type LeniencyInterval } from '#app/domain/assessment/moderation/leniency-interval.ts';
import type { ModerationCase, ShownAnswer } from '#app/domain/assessment/moderation/moderation-case.ts';
import { compareNames } from '#app/domain/capability/compare-names.ts';
import { recordRatingsView } from '#app/platform/audit/record-ratings-view.server.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { skill } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { type ModeratedPerson, readModeratedPeople } from './read-moderated-people.server.ts';
import { type OpenDispute, readOpenDisputes } from './read-open-disputes.server.ts';
import { type RoundCase, readRoundCases } from './read-round-cases.server.ts';

/** Where a case is, and what its voices said: null where one said nothing, or no level. */
export interface ListedCase {
  personId: string;
  personName: string;
  skillId: string;
  skillName: string;
  selfLevel: number | null;
  managerLevel: number | null;
  agreedLevel: number | null;
}

export interface DoubtedCase extends ListedCase {
  doubts: Doubt[];
}

export interface ModerationBoard {
  cycle: { id: string; name: string; state: 'planned' | 'open' | 'closed'; teamId: string | null; hasModeration: boolean };
  /** What the board can be narrowed to, by name: the roles of its people, and the skills that something is on record of. */
  roles: { id: string; name: string }[];
  skills: { id: string; name: string }[];
  roleId: string | null;
  skillId: string | null;
  /** By name. Their answers make the figures below. */
  people: ModeratedPerson[];
  /** Cases with something on record. */
  caseCount: number;
  /** How many of the people have no such case. */
  unshownCount: number;
  highestLevel: number;
  /** The oldest first. */
  disputes: OpenDispute[];
  doubts: DoubtedCase[];
  sample: ListedCase[];
  levels: LevelCounts[];
  selfByAssessor: DifferenceCounts[];
  selfBySkill: DifferenceCounts[];
  /** Manager minus agreed, by assessor. */
  leniency: (DifferenceCounts & { interval: LeniencyInterval | null })[];
}

/**
 * What a moderator looks at in a round: of the people whom they may moderate, and of what is on record. All lists stand in the
 * order of names, but for disputes, the oldest first, and the sample, by chance. A role or a skill that the board does not have
 * narrows it to nothing. Throws 404 for an unknown round, 403 for whoever may moderate nobody. The look is recorded.
 */
export async function readModerationBoard(context: Context, cycleId: string, { roleId, skillId }: { roleId?: string; skillId?: string } = {}): Promise<ModerationBoard> {
  const disputesOfAll = await readOpenDisputes(context);
  return context.db.transaction(async (tx) => {
    const { cycle, people: all } = await readModeratedPeople(tx, context, cycleId);
    const people = roleId === undefined ? all : all.filter((one) => one.roleId === roleId);
    const ofSkill = (one: { skillId: string }) => skillId === undefined || one.skillId === skillId;
    const ids = people.map(({ id }) => id);
    const read = await readRoundCases(tx, context.db.organisationId, { cycleId, opensOn: cycle.opensOn }, ids);
    const { cases: named, highestLevel } = await nameCases(tx, context, read, people);
    const cases = named.filter(ofSkill);
    await recordLook(tx, context, people, cases);
    return {
      cycle: { id: cycle.id, name: cycle.name, state: cycle.state, teamId: cycle.teamId, hasModeration: cycle.moderationDueOn !== null },
      roles: distinct(all.flatMap((one) => (one.roleId && one.roleName ? [{ id: one.roleId, name: one.roleName }] : []))),
      skills: distinct(named.map((one) => ({ id: one.skillId, name: one.skillName }))),
      roleId: roleId ?? null,
      skillId: skillId ?? null,
      people,
      caseCount: cases.length,
      unshownCount: people.length - new Set(cases.map((one) => one.personId)).size,
      highestLevel,
      disputes: disputesOfAll.filter((one) => ids.includes(one.personId)).filter(ofSkill),
      doubts: cases.flatMap((one) => {
        const doubts = findDoubts(one);
        return doubts.length === 0 ? [] : [{ ...listed(one), doubts }];
      }),
      sample: drawSample(cases, cycle.id, (one) => `${one.personId}/${one.skillId}`).map(listed),
      ...figures(cases, highestLevel),
    };
  });
}

/** The pictures of a board. */
function figures(cases: readonly ModerationCase[], highestLevel: number) {
  const byAssessor = cases.filter((one) => one.manager !== null);
  const ofManager = (from: (one: ModerationCase) => number | null) =>
    countDifferences(byAssessor.map((one) => ({ key: one.manager!.assessorKey, name: one.manager!.assessorName, difference: from(one) })));
  const selfMinusManager = (one: ModerationCase) => difference(one.self, one.manager);
  return {
    levels: countLevels(cases, highestLevel),
    selfByAssessor: ofManager(selfMinusManager),
    selfBySkill: countDifferences(cases.map((one) => ({ key: one.skillId, name: one.skillName, difference: selfMinusManager(one) }))),
    leniency: ofManager((one) => difference(one.manager, one.agreed)).map((row) => ({ ...row, interval: leniencyInterval(row.counts) })),
  };
}

function difference(one: ShownAnswer | null, other: ShownAnswer | null): number | null {
  return one?.level == null || other?.level == null ? null : one.level - other.level;
}

/** Cases with their names, by person and then skill, and the last step of the longest scale among them. */
async function nameCases(tx: Tx, context: Context, read: readonly RoundCase[], people: readonly ModeratedPerson[]): Promise<{ cases: ModerationCase[]; highestLevel: number }> {
  const organisationId = context.db.organisationId;
  const known = await readAssessableSkills(within(context, tx));
  const gone = [...new Set(read.map((one) => one.skillId))].filter((id) => !known.has(id));
  const rows = gone.length === 0 ? [] : await tx.select({ id: skill.id, name: skill.name }).from(skill).where(and(eq(skill.organisationId, organisationId), inArray(skill.id, gone)));
  const skillNames = new Map([...known, ...rows.map((row) => [row.id, row] as const)].map(([id, { name }]) => [id, name]));
  const personNames = new Map(people.map(({ id, name }) => [id, name]));
  const cases = read
    .map((one) => ({ ...one, personName: personNames.get(one.personId) ?? '', skillName: skillNames.get(one.skillId) ?? '' }))
    .sort((one, other) => compareNames(one.personName, other.personName) || compareNames(one.personId, other.personId) || compareNames(one.skillName, other.skillName));
  const highestLevel = Math.max(1, ...read.map((one) => known.get(one.skillId)?.highestLevel ?? 1));
  return { cases, highestLevel };
}

function listed({ personId, personName, skillId, skillName, self, manager, agreed }: ModerationCase): ListedCase {
  return { personId, personName, skillId, skillName, selfLevel: self?.level ?? null, managerLevel: manager?.level ?? null, agreedLevel: agreed?.level ?? null };
}

function distinct(entries: readonly { id: string; name: string }[]): { id: string; name: string }[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()].sort((one, other) => compareNames(one.name, other.name) || compareNames(one.id, other.id));
}

/** One look for each team whose people are on the board with a level; somebody without a team is looked at by themself. */
async function recordLook(tx: Tx, context: Context, people: readonly ModeratedPerson[], cases: readonly ModerationCase[]): Promise<void> {
  const shown = new Set(cases.map((one) => one.personId));
  const teams = new Map<string, number>();
  for (const { id, teamId } of people) {
    if (!shown.has(id)) continue;
    if (teamId === null) await recordRatingsView(tx, context, { page: 'moderation', personId: id });
    else teams.set(teamId, (teams.get(teamId) ?? 0) + 1);
  }
  for (const [teamId, count] of teams) await recordRatingsView(tx, context, { page: 'moderation', teamId, asOf: todayOf(context), people: count });
}
