import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { assessment, evidence } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { addDispute, makeModeratedRound, type ModeratedRound } from '#tests/helpers/moderated-round.ts';
import { readAudit } from '#tests/helpers/refused-audit.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { readModerationBoard } from './read-moderation-board.server.ts';
import { readOpenDisputes } from './read-open-disputes.server.ts';

const database = useTestDatabase();
useTestRuntime(database);

/** Nine counts with so many at these differences. */
const counts = (at: Record<number, number>) => Array.from({ length: 9 }, (_, index) => at[index - 4] ?? 0);
const first = (name: string) => name.split(' ')[0];
const casesOf = (list: readonly { personName: string; skillName: string }[]) => list.map((one) => `${first(one.personName)}: ${one.skillName.split(' canary')[0]}`);

describe('the board of moderation', () => {
  it('counts what is shown, by assessor and skill, in the order of names', async () => {
    const { cycleId, moderator } = await makeModeratedRound(database);
    const board = await readModerationBoard(moderator, cycleId);
    expect(board.people.map(({ name, isAgreed }) => [first(name), isAgreed])).toEqual([['ada', false], ['ben', true], ['cyd', false], ['dan', true]]);
    expect(board.caseCount).toBe(4);
    expect(board.unshownCount).toBe(2);
    expect(board.levels.map(({ name, atLevel, cases }) => ({ name, atLevel, cases }))).toEqual([
      { name: 'Una', atLevel: [0, 0, 1, 1, 0], cases: 2 },
      { name: 'Vic', atLevel: [0, 2, 0, 0, 0], cases: 2 },
    ]);
    expect(board.selfByAssessor.map(({ name, counts: found, compared }) => ({ name, counts: found, compared }))).toEqual([
      { name: 'Una', counts: counts({ [-1]: 1, 0: 1 }), compared: 2 },
      { name: 'Vic', counts: counts({ 0: 1, 1: 1 }), compared: 2 },
    ]);
    expect(board.selfBySkill.map(({ name, counts: found }) => [first(name), found])).toEqual([
      ['Boat', counts({ 1: 1 })],
      ['Lamp', counts({ [-1]: 1 })],
      ['Signalling', counts({ 0: 2 })],
    ]);
    expect(board.leniency.map(({ name, compared, interval }) => ({ name, compared, interval }))).toEqual([
      { name: 'Una', compared: 2, interval: null },
      { name: 'Vic', compared: 2, interval: null },
    ]);
  });

  it('gives a mean with its interval from five cases on', async () => {
    const round = await makeModeratedRound(database);
    const { organisation, cycleId, moderator, head } = round;
    const { people, skills } = organisation;
    const rows = [3, 4].flatMap((level, index) => {
      const skillId = [skills.knots, skills.charts, skills.boats][index]!;
      return [{ source: 2, level, skillId }, { source: 3, level: level - 1, skillId }];
    });
    rows.push({ source: 2, level: 4, skillId: skills.boats }, { source: 3, level: 2, skillId: skills.boats });
    const una = (await readModerationBoard(moderator, cycleId)).leniency.find(({ name }) => name === 'Una')!;
    await head.db.transaction((tx) =>
      tx.insert(assessment).values(rows.map((row) => ({
        ...row, organisationId: organisation.id, id: randomUUID(), personId: people.ben, frameworkVersionId: organisation.versionId, cycleId,
        assessorUserId: row.source === 2 ? una.key : null, assessorName: row.source === 2 ? 'Una' : 'Hanna', assessedOn: '2026-06-01', recordedAt: head.now,
      }))),
    );
    const board = await readModerationBoard(moderator, cycleId);
    const { compared, interval } = board.leniency.find(({ name }) => name === 'Una')!;
    expect(compared).toBe(5);
    expect(interval?.mean).toBeCloseTo(0.8);
    expect(interval!.low).toBeLessThan(0);
    expect(interval!.high).toBeGreaterThan(1.6);
  });

  it('shows nothing that is hidden, and would if it were shown', async () => {
    const { cycleId, moderator, organisation, head } = await makeModeratedRound(database);
    const { ada } = organisation.people;
    const board = await readModerationBoard(moderator, cycleId);
    const text = JSON.stringify({ ...board, people: [] });
    expect(text).toContain(organisation.people.ben);
    expect(text).not.toContain(ada);
    const skillId = organisation.skills.lamps;
    await head.db.transaction((tx) =>
      tx.insert(assessment).values({
        organisationId: organisation.id, id: randomUUID(), personId: ada, skillId, frameworkVersionId: organisation.versionId, source: 2, level: 4, cycleId,
        assessorName: 'Una', assessedOn: '2026-06-01', recordedAt: head.now,
      }),
    );
    expect(JSON.stringify({ ...(await readModerationBoard(moderator, cycleId)), people: [] })).toContain(ada);
  });

  it('shows nobody outside the grant: another team, another role, oneself', async () => {
    const round = await makeModeratedRound(database);
    const { organisation, cycleId } = round;
    const { people, skills, teams, roles } = organisation;
    await addDispute(round, people.dan, skills.boats);
    const seenBy = async (wanted: Parameters<ModeratedRound['organisation']['as']>[1]) => {
      const board = await readModerationBoard(await organisation.as('moderator', wanted), cycleId);
      const text = JSON.stringify(board);
      return Object.entries(people).filter(([, id]) => text.includes(id)).map(([name]) => name);
    };
    expect(await seenBy({})).toEqual(['ada', 'ben', 'cyd', 'dan']);
    expect(await seenBy({ teamId: teams.lights })).toEqual(['ada', 'ben']);
    expect(await seenBy({ roleId: roles.boatman })).toEqual(['cyd', 'dan']);
    expect(await seenBy({ personId: people.dan })).toEqual(['ada', 'ben', 'cyd']);
    expect((await readOpenDisputes(await organisation.as('moderator', { teamId: teams.lights }))).length).toBe(0);
    expect((await readOpenDisputes(await organisation.as('moderator'))).map(({ personId }) => personId)).toEqual([people.dan]);
    expect(await readOpenDisputes(await organisation.as('team-manager', { teamId: teams.boats }))).toEqual([]);
  });

  it('can be narrowed to a role or a skill, and to nothing by one that it does not have', async () => {
    const { cycleId, moderator, organisation } = await makeModeratedRound(database);
    const { roles, skills } = organisation;
    const whole = await readModerationBoard(moderator, cycleId);
    expect(whole.roles.map(({ name }) => first(name))).toEqual(['Boatman', 'Keeper']);
    expect(whole.skills.map(({ name }) => first(name))).toEqual(['Boat', 'Lamp', 'Signalling']);
    const keepers = await readModerationBoard(moderator, cycleId, { roleId: roles.keeper });
    expect(keepers.people.map(({ name }) => first(name))).toEqual(['ada', 'ben']);
    expect(keepers.levels.map(({ name }) => name)).toEqual(['Una']);
    const signals = await readModerationBoard(moderator, cycleId, { skillId: skills.signals });
    expect(casesOf(signals.sample).sort()).toEqual(['ben: Signalling', 'dan: Signalling']);
    expect(signals.skills).toEqual(whole.skills);
    expect(await readModerationBoard(moderator, cycleId, { roleId: 'nonsense', skillId: randomUUID() })).toMatchObject({ people: [], caseCount: 0, sample: [], doubts: [] });
  });

  it('names what is odd: nothing to show for a high level, ticks that say otherwise, far from last year', async () => {
    const { cycleId, moderator, organisation, head } = await makeModeratedRound(database);
    const { people, skills } = organisation;
    const doubts = async () => (await readModerationBoard(moderator, cycleId)).doubts.map((one) => ({ name: casesOf([one])[0], kinds: one.doubts.map(({ kind }) => kind) }));
    expect(await doubts()).toEqual([{ name: 'ben: Lamp keeping', kinds: ['unbacked', 'far-from-last-year'] }]);
    await head.db.transaction(async (tx) => {
      await tx.insert(evidence).values({ organisationId: organisation.id, id: randomUUID(), personId: people.ben, skillId: skills.lamps, source: 1, summary: 'Kept the lamp', authorName: 'Ben', addedAt: head.now });
      await tx.insert(assessment).values({
        organisationId: organisation.id, id: randomUUID(), personId: people.dan, skillId: skills.signals, frameworkVersionId: organisation.versionId, source: 3, level: 1, ticks: ['1.1', '2.1'], cycleId,
        assessorName: 'Hanna', assessedOn: '2026-06-01', recordedAt: head.now,
      });
    });
    expect(await doubts()).toEqual([
      { name: 'ben: Lamp keeping', kinds: ['far-from-last-year'] },
      { name: 'dan: Signalling', kinds: ['ticks-differ'] },
    ]);
  });

  it('lists open disputes, and draws the same sample for everybody each time', async () => {
    const round = await makeModeratedRound(database);
    const { organisation, cycleId, moderator, head } = round;
    await addDispute(round, organisation.people.ben, organisation.skills.lamps, 'Words that stay on the case');
    const [one, other] = [await readModerationBoard(moderator, cycleId), await readModerationBoard(head, cycleId)];
    expect(casesOf(one.disputes)).toEqual(['ben: Lamp keeping']);
    expect(JSON.stringify(one)).not.toContain('Words that stay');
    expect(one.sample).toHaveLength(4);
    expect(other.sample).toEqual(one.sample);
  });

  it('records whose levels were looked at, by team', async () => {
    const { cycleId, moderator, organisation } = await makeModeratedRound(database);
    const before = (await readAudit(database, organisation.id)).length;
    await readModerationBoard(moderator, cycleId);
    const looks = (await readAudit(database, organisation.id)).slice(before).map(({ action, subjectId, detail }) => ({ action, subjectId, detail }));
    expect(looks).toHaveLength(2);
    for (const subjectId of [organisation.teams.lights, organisation.teams.boats]) {
      expect(looks).toContainEqual({ action: 'ratings.view', subjectId, detail: { page: 'moderation', asOf: '2026-06-01', people: 1 } });
    }
  });

  it('answers 404 for an unknown round and 403 to whoever moderates nobody', async () => {
    const [{ cycleId, moderator, organisation, ben }, other] = [await makeModeratedRound(database), await makeModeratedRound(database)];
    await expectSame404({ other: other.cycleId, own: cycleId }, (id) => readModerationBoard(moderator, id));
    for (const context of [ben, await organisation.as('administrator'), await organisation.as('team-manager'), await organisation.as('analyst'), await organisation.as('api-write')]) {
      await expect(readModerationBoard(context, cycleId)).rejects.toMatchObject({ status: 403 });
    }
  });
});
