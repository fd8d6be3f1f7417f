import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { handIn } from '#app/services/assessments/answer/hand-in.server.ts';
import { saveAnswer } from '#app/services/assessments/answer/save-answer.server.ts';
import { saveAnswers } from '#app/services/assessments/answer/save-answers.server.ts';
import { measureDrift } from '#db/current/measure-drift.ts';
import { answer, assessment, cycleParticipant } from '#db/schema/index.ts';
import { childScript } from './helpers/child-script.ts';
import { useTestDatabase } from './helpers/database.ts';
import { insertOpenRound } from './helpers/insert-open-round.ts';
import { makeOrganisation, type PersonWanted } from './helpers/organisation.ts';
import { readAudit } from './helpers/refused-audit.ts';

const database = useTestDatabase();
const pairs = 1_000;
const kills = 8;
const newcomers = (count: number): Record<string, PersonWanted> =>
  Object.fromEntries([...Array(count).keys()].map((n) => [`p${n}`, { team: 'lights', roleLevel: 'juniorKeeper' } as const]));

describe(`${pairs} pairs of people who change the same cell at once`, () => {
  it('lose no answer: one of the two is stored and told so, the other is told what it is', async () => {
    const organisation = await makeOrganisation(database);
    const { ben, ada, cyd, dan } = organisation.people;
    const [one, two] = [await organisation.as('head-of-service', { name: 'One' }), await organisation.as('head-of-service', { name: 'Two' })];
    const cells = [ben, ada, cyd, dan].flatMap((personId) => ['lamps', 'signals', 'boats', 'knots'].map((name) => ({ personId, skillId: organisation.skills[name as 'lamps'], revision: 0 })));
    const wins = { One: 0, Two: 0 };
    for (let begun = 0; begun < pairs; begun += cells.length) {
      // Each cell once at a time, the cells of four people beside each other.
      await Promise.all(
        cells.slice(0, pairs - begun).map(async (cell, at) => {
          const round = begun + at;
          const say = (context: typeof one, note: string) =>
            saveAnswer(context, cell.personId, { skillId: cell.skillId, source: 'manager', answer: { kind: 'level', level: round % 5 }, note, revision: cell.revision, seenSequence: 0 });
          const notes = [`One wrote this in ${round}`, `Two wrote this in ${round}`] as const;
          const outcomes = await Promise.all(round % 2 === 0 ? [say(one, notes[0]), say(two, notes[1])] : [say(two, notes[1]), say(one, notes[0])]);
          const won = outcomes.filter((outcome) => outcome.ok);
          const lost = outcomes.filter((outcome) => !outcome.ok);
          expect([won.length, lost.length]).toEqual([1, 1]);
          const stored = won[0]!.ok ? won[0]!.stored : null;
          expect(lost[0]).toEqual({ ok: false, kind: 'conflict', theirs: stored, recorded: null });
          expect(notes).toContain(stored?.note);
          expect(stored?.note).toContain(stored?.writerName);
          wins[stored?.writerName as 'One' | 'Two'] += 1;
          cell.revision = stored?.revision ?? 0;
        }),
      );
    }
    const rows = await one.db.transaction((tx) => tx.select().from(answer));
    expect(rows.map(({ revision }) => revision).sort()).toEqual(cells.map(({ revision }) => revision).sort());
    expect(wins.One + wins.Two).toBe(pairs);
    // Both win at times: the two do meet.
    expect(Math.min(wins.One, wins.Two)).toBeGreaterThan(0);
    // Each that was stored is in the audit, and none that was not.
    expect((await readAudit(database, organisation.id)).filter(({ action }) => action === 'answer.save')).toHaveLength(pairs);
  }, 120_000);

  it('would be noticed, did one write over the other', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('head-of-service');
    const say = (level: number, revision: number) =>
      saveAnswer(context, organisation.people.ben, { skillId: organisation.skills.lamps, source: 'manager', answer: { kind: 'level', level }, revision, seenSequence: 0 });
    const first = await say(1, 0);
    // Whoever says that they saw what stands is let through; whoever does not is told.
    expect(await say(2, 0)).toMatchObject({ ok: false, kind: 'conflict' });
    expect(await say(2, first.ok ? first.stored.revision : 0)).toMatchObject({ ok: true });
  });
});

describe(`a process that is killed ${kills} times while it saves, hands in and shows`, () => {
  it('leaves every step wholly done or not at all, and doing it again adds nothing twice', async () => {
    const organisation = await makeOrganisation(database, { people: newcomers(kills + 1) });
    const { lamps, signals } = organisation.skills;
    const ids = [...Array(kills + 1).keys()].map((n) => organisation.people[`p${n}`]!);
    const cycleId = await insertOpenRound(organisation, ids, { selfDueOn: null });
    const manager = await organisation.as('team-manager', { teamId: organisation.teams.lights, name: 'A process that is killed', userId: '00000000-0000-4000-8000-000000000001' });
    const answers = [lamps, signals].map((skillId) => ({ skillId, source: 'manager' as const, answer: { kind: 'level' as const, level: 2 }, revision: 0, seenSequence: 0 }));
    const state = () =>
      manager.db.transaction(async (tx) => ({
        typed: await tx.select().from(answer),
        recorded: await tx.select().from(assessment),
        participants: await tx.select().from(cycleParticipant),
      }));
    // Started ahead and kept waiting, so that what is killed is the work. The first is left alone and measured.
    const children = ids.map(() => childScript('tests/fixtures/answer-in-a-round.ts', database.appUrl, organisation.id));
    await Promise.all(children.map((child) => child.nextLine()));
    let tookMs = 0;
    const left = new Set<string>();
    for (const [at, personId] of ids.entries()) {
      const child = children[at]!;
      child.process.stdin?.write(`${personId} ${lamps} ${signals}\n`);
      const start = performance.now();
      if (at === 0) {
        expect([await child.nextLine(), await child.nextLine(), await child.nextLine()]).toEqual(['saving', 'saved', 'handed in']);
        tookMs = performance.now() - start;
      } else {
        await child.nextLine();
        await pause(((at - 0.5) / kills) * tookMs);
      }
      await child.kill();
      await settled();
      const { typed, recorded, participants } = await state();
      const found = {
        typed: typed.filter((row) => row.personId === personId).length,
        recorded: recorded.filter((row) => row.personId === personId).length,
        isIn: participants.some((row) => row.personId === personId && row.managerInAt !== null),
        isShown: participants.some((row) => row.personId === personId && row.revealedAt !== null),
      };
      left.add(JSON.stringify(found));
      expect(wholes).toContainEqual(found);
      expect(await measureDrift(manager.db, '2026-06-01')).toEqual({ currentAssessments: 0, teamSkillSummaries: 0 });
      // Whoever was cut off does it again, twice.
      for (let press = 0; press < 2; press += 1) {
        if (!found.isShown) await saveAnswers(manager, personId, answers);
        expect(await handIn(manager, personId, 'manager')).toMatchObject({ ok: true, value: { isShown: true } });
      }
    }
    const { typed, recorded, participants } = await state();
    expect(typed).toEqual([]);
    expect(recorded.map((row) => `${row.personId}/${row.skillId}/${row.cycleId}`).sort()).toEqual(ids.flatMap((id) => [`${id}/${lamps}/${cycleId}`, `${id}/${signals}/${cycleId}`]).sort());
    expect(participants.every((row) => row.managerInAt !== null && row.revealedAt !== null)).toBe(true);
    const audit = await readAudit(database, organisation.id);
    for (const action of ['answer.hand-in', 'answer.reveal', 'assessment.save']) expect(audit.filter((row) => row.action === action), action).toHaveLength(ids.length);
    // The kills were felt: not everybody was found finished.
    expect(left.size).toBeGreaterThan(1);
  }, 120_000);
});

/** What may be left of one person: nothing, both answers typed, or both shown. */
const wholes = [
  { typed: 0, recorded: 0, isIn: false, isShown: false },
  { typed: 2, recorded: 0, isIn: false, isShown: false },
  { typed: 0, recorded: 2, isIn: true, isShown: true },
];

/** Waits until nobody works on the database any more: a killed process's transaction ends a moment after it. */
async function settled(): Promise<void> {
  const busy = async () =>
    (await database.ownerPool.query(`select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`)).rowCount;
  await expect.poll(busy, { timeout: 20_000 }).toBe(0);
}
