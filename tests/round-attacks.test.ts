import { describe, expect, it } from 'vitest';
import { agreeLevels } from '#app/services/assessments/answer/agree-levels.server.ts';
import type { AnswerInput } from '#app/services/assessments/answer/answer-input.ts';
import { handIn } from '#app/services/assessments/answer/hand-in.server.ts';
import { recordAnswers } from '#app/services/assessments/answer/record-answers.server.ts';
import { saveAnswer } from '#app/services/assessments/answer/save-answer.server.ts';
import { showAnswers } from '#app/services/assessments/answer/show-answers.server.ts';
import { takeBack } from '#app/services/assessments/answer/take-back.server.ts';
import { closeCycle } from '#app/services/assessments/cycle/close-cycle.server.ts';
import { remindRound } from '#app/services/assessments/cycle/remind-round.server.ts';
import { addEvidence } from '#app/services/assessments/evidence/add-evidence.server.ts';
import { saveGridCells } from '#app/services/assessments/grid/save-grid-cells.server.ts';
import { decideLevel, type DecisionPlace } from '#app/services/assessments/moderation/decide-level.server.ts';
import type { DecisionInput } from '#app/services/assessments/moderation/decision-input.ts';
import { raiseDispute } from '#app/services/assessments/moderation/raise-dispute.server.ts';
import { readModerationCase } from '#app/services/assessments/moderation/read-moderation-case.server.ts';
import { signOff } from '#app/services/assessments/moderation/sign-off.server.ts';
import { undoSignOff } from '#app/services/assessments/moderation/undo-sign-off.server.ts';
import { confirmScore } from '#app/services/assessments/scoring/confirm-score.server.ts';
import { editScheme } from '#app/services/assessments/scoring/edit-scheme.server.ts';
import { readScores } from '#app/services/assessments/scoring/read-scores.server.ts';
import { assessment, cycleParticipant, dispute, mail } from '#db/schema/index.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { addDispute, makeModeratedRound, type ModeratedRound } from '#tests/helpers/moderated-round.ts';
import { tenantChecksumWithoutAudit } from '#tests/helpers/tenant-checksum.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';

const database = useTestDatabase();
useTestRuntime(database);

const level = (value: number) => ({ kind: 'level' as const, level: value });
const typed = (skillId: string, source: AnswerInput['source'] = 'manager'): AnswerInput => ({ skillId, source, answer: level(2), revision: 0, seenSequence: 0 });
const entry = (skillId: string, value: number, revision?: number) => ({ skillId, level: value, note: null, ...(revision === undefined ? {} : { revision }) });
const told = { summary: 'Relit it', situation: null, task: null, action: null, result: null, links: [], happenedOn: null, happenedUntil: null };
const decision = (changes: Partial<DecisionInput> = {}): DecisionInput => ({ kind: 'kept', answer: null, reason: 'Seen', agreedSequence: 0, disputeId: null, undefinedConfirmed: false, ...changes });

const agreedOf = async ({ head }: ModeratedRound, personId: string, skillId: string) => {
  const rows = await head.db.transaction((tx) => tx.select().from(assessment));
  return rows.filter((row) => row.personId === personId && row.skillId === skillId && row.source === 3).sort((one, other) => other.sequence! - one.sequence!);
};

/** 'done', what was refused in words, or the status that was thrown; a cell of the grid counts as what it says. */
async function fateOf(deed: Promise<unknown>): Promise<'done' | 'refused' | number> {
  try {
    const said = await deed;
    const outcome = (Array.isArray(said) ? (said[0] as { outcome: unknown }).outcome : said) as { ok: boolean };
    return outcome.ok ? 'done' : 'refused';
  } catch (error) {
    if (error instanceof Response) return error.status;
    throw error;
  }
}

type Deeds = Record<string, () => Promise<unknown>>;
const fatesOf = async (deeds: Deeds) => {
  const fates: Record<string, Awaited<ReturnType<typeof fateOf>>> = {};
  for (const [name, deed] of Object.entries(deeds)) fates[name] = await fateOf(deed());
  return fates;
};
const all = (deeds: object, fate: number | string) => Object.fromEntries(Object.keys(deeds).map((name) => [name, fate]));

describe('ids of another organisation', () => {
  it('are unknown in every field of a body, and nothing of either organisation changes', async () => {
    const [round, foreign] = [await makeModeratedRound(database), await makeModeratedRound(database)];
    const { head, ben, moderator, cycleId, organisation: { people, skills, teams, schemeId } } = round;
    const { people: theirPeople, skills: theirSkills, schemeId: theirScheme } = foreign.organisation;
    await editScheme(head, schemeId, { isOn: true }, 1);
    const theirDispute = await addDispute(foreign, theirPeople.ben, theirSkills.lamps);
    const [theirAgreed] = await agreedOf(foreign, theirPeople.ben, theirSkills.lamps);
    const [agreed] = await agreedOf(round, people.ben, skills.lamps);
    const place: DecisionPlace = { personId: people.ben, skillId: skills.lamps, cycleId };
    const { suggestion } = (await readScores(head, schemeId, cycleId)).people.find(({ id }) => id === people.ben)!;
    const score = (personId: string) => ({ personId, seenPoints: suggestion.points, band: suggestion.band, reason: null });
    const cell = (personId: string, skillId: string) => ({ source: 'manager' as const, cells: [{ ...typed(skillId), personId }] });
    const forged: Deeds = {
      'skill of an answer': () => saveAnswer(head, people.ada, typed(theirSkills.lamps, 'agreed')),
      'skill that is agreed, beside one of ours': () => agreeLevels(head, people.ben, { entries: [entry(skills.knots, 1), entry(theirSkills.lamps, 1)] }),
      'skill that is disputed': () => raiseDispute(ben, people.ben, { skillId: theirSkills.lamps, assessmentId: agreed!.id, words: 'No' }),
      'assessment that is disputed': () => raiseDispute(ben, people.ben, { skillId: skills.lamps, assessmentId: theirAgreed!.id, words: 'No' }),
      'level that a moderator saw': () => decideLevel(moderator, place, decision({ agreedSequence: theirAgreed!.sequence! })),
      'dispute that a moderator saw': () => decideLevel(moderator, place, decision({ agreedSequence: agreed!.sequence!, disputeId: theirDispute })),
      'skill of evidence': () => addEvidence(ben, people.ben, theirSkills.lamps, told),
      'person of a cell': () => saveGridCells(head, teams.service, cell(theirPeople.cyd, skills.knots)),
      'skill of a cell': () => saveGridCells(head, teams.service, cell(people.cyd, theirSkills.knots)),
    };
    const unknown: Deeds = {
      'person who is signed off, beside one of ours': () => signOff(moderator, cycleId, [people.ben, theirPeople.ben]),
      'person who is scored': () => confirmScore(head, schemeId, cycleId, score(theirPeople.ben)),
      'scheme': () => confirmScore(head, theirScheme, cycleId, score(people.ben)),
      'round that is scored': () => confirmScore(head, schemeId, foreign.cycleId, score(people.ben)),
    };
    const sums = () => Promise.all([round, foreign].map(({ organisation: { id } }) => tenantChecksumWithoutAudit(database, id)));
    const before = await sums();
    expect(await fatesOf(forged)).toEqual(all(forged, 'refused'));
    expect(await fatesOf(unknown)).toEqual(all(unknown, 404));
    expect(await sums()).toEqual(before);
    const own: Deeds = {
      'an answer': () => saveAnswer(head, people.cyd, typed(skills.lamps)),
      'a cell': () => saveGridCells(head, teams.service, cell(people.cyd, skills.knots)),
      'evidence': () => addEvidence(ben, people.ben, skills.lamps, told),
      'a decision': () => decideLevel(moderator, place, decision({ agreedSequence: agreed!.sequence! })),
      'a sign-off': () => signOff(moderator, cycleId, [people.ben]),
      'a score': () => confirmScore(head, schemeId, cycleId, score(people.ben)),
      'an agreement': () => agreeLevels(head, people.ben, { entries: [entry(skills.knots, 1)] }),
      'a dispute': () => raiseDispute(ben, people.ben, { skillId: skills.lamps, assessmentId: agreed!.id, words: 'No' }),
    };
    expect(await fatesOf(own)).toEqual(all(own, 'done'));
    expect(await sums()).not.toEqual(before);
  });
});

describe('whoever has no say over somebody', () => {
  it('moderates nobody of another role: no case, agreement, decision or sign-off, nor beside one of theirs', async () => {
    const round = await makeModeratedRound(database);
    const { cycleId, organisation } = round;
    const { people, skills, roles } = organisation;
    const [agreed] = await agreedOf(round, people.ben, skills.lamps);
    const place = { personId: people.ben, skillId: skills.lamps, cycleId };
    const deedsOf = async (roleId: string): Promise<Deeds> => {
      const by = await organisation.as('moderator', { roleId });
      return {
        'case': async () => ({ ok: Boolean(await readModerationCase(by, place)) }),
        'decision': () => decideLevel(by, place, decision({ agreedSequence: agreed!.sequence! })),
        'sign-off': () => signOff(by, cycleId, [people.ben]),
        'sign-off taken back': () => undoSignOff(by, cycleId, [people.ben]),
        'agreement': () => agreeLevels(by, people.ben, { entries: [entry(skills.knots, 2)] }),
        'typed agreement': () => saveAnswer(by, people.ben, typed(skills.boats, 'agreed')),
      };
    };
    const stranger = await organisation.as('moderator', { roleId: roles.boatman });
    const before = await tenantChecksumWithoutAudit(database, organisation.id);
    const [outside, within] = [await deedsOf(roles.boatman), await deedsOf(roles.keeper)];
    expect(await fatesOf(outside)).toEqual(all(outside, 403));
    expect(await fateOf(signOff(stranger, cycleId, [people.dan, people.ben]))).toBe(403);
    expect(await tenantChecksumWithoutAudit(database, organisation.id)).toEqual(before);
    expect(await fateOf(signOff(stranger, cycleId, [people.dan]))).toBe('done');
    expect(await fatesOf(within)).toEqual(all(within, 'done'));
  });

  it('is also a head about themselves, who stands in a team of theirs', async () => {
    const round = await makeModeratedRound(database);
    const { cycleId, organisation, head } = round;
    const { people, skills, teams, schemeId } = organisation;
    await editScheme(head, schemeId, { isOn: true }, 1);
    const [agreed] = await agreedOf(round, people.ben, skills.lamps);
    const { suggestion } = (await readScores(head, schemeId, cycleId)).people.find(({ id }) => id === people.ben)!;
    const deedsOf = (by: typeof head): Deeds => ({
      'agreeing': () => agreeLevels(by, people.ben, { entries: [entry(skills.knots, 4)] }),
      'typing what is agreed': () => saveAnswer(by, people.ben, typed(skills.boats, 'agreed')),
      'putting it on record': () => recordAnswers(by, [people.ben], 'agreed'),
      'deciding': () => decideLevel(by, { personId: people.ben, skillId: skills.lamps, cycleId }, decision({ agreedSequence: agreed!.sequence! })),
      'signing off': () => signOff(by, cycleId, [people.ben]),
      'scoring': () => confirmScore(by, schemeId, cycleId, { personId: people.ben, seenPoints: suggestion.points, band: suggestion.band, reason: null }),
    });
    const managing = (by: typeof head, personId: string): Deeds => ({
      'answering as the manager': () => saveAnswer(by, personId, typed(skills.lamps)),
      'handing in as the manager': () => handIn(by, personId, 'manager', { acceptMissing: true }),
      'taking back as the manager': () => takeBack(by, personId, 'manager'),
    });
    const oneself = await organisation.as('head-of-service', { personId: people.ben });
    const before = await tenantChecksumWithoutAudit(database, organisation.id);
    const mine = { ...deedsOf(oneself), ...managing(oneself, people.ben) };
    expect(await fatesOf(mine)).toEqual(all(mine, 403));
    for (const source of ['manager', 'agreed'] as const) expect(await fateOf(saveGridCells(oneself, teams.lights, { source, cells: [{ ...typed(skills.boats), personId: people.ben }] })), source).toBe('refused');
    expect(await tenantChecksumWithoutAudit(database, organisation.id)).toEqual(before);
    expect(await fatesOf(managing(oneself, people.cyd))).toEqual(all(managing(oneself, people.cyd), 'done'));
    expect(await fatesOf(deedsOf(head))).toEqual(all(deedsOf(head), 'done'));
  });

  it('agrees and answers for nobody through the grid of a team that is not theirs, whatever team the cell is sent to', async () => {
    const { organisation } = await makeModeratedRound(database);
    const { people, skills, teams } = organisation;
    const lead = await organisation.as('team-manager', { teamId: teams.boats });
    const send = (teamId: string, source: 'manager' | 'agreed', personId: string) => fateOf(saveGridCells(lead, teamId, { source, cells: [{ ...typed(skills.knots), personId }] }));
    const before = await tenantChecksumWithoutAudit(database, organisation.id);
    for (const source of ['manager', 'agreed'] as const) {
      expect([await send(teams.lights, source, people.ben), await send(teams.service, source, people.ben), await send(teams.boats, source, people.ben)], source).toEqual([403, 403, 'refused']);
    }
    expect(await tenantChecksumWithoutAudit(database, organisation.id)).toEqual(before);
    expect([await send(teams.boats, 'manager', people.cyd), await send(teams.boats, 'agreed', people.dan)]).toEqual(['done', 'done']);
  });
});

describe('a round that is closed', () => {
  it('takes nothing more: what is answered and agreed after it is of no round', async () => {
    const round = await makeModeratedRound(database);
    const { head, cycleId, organisation: { people, skills } } = round;
    const cyd = await round.organisation.as('team-member', { personId: people.cyd });
    const steps = (): Deeds => ({
      'handing in': () => handIn(cyd, people.cyd, 'self', { acceptMissing: true }),
      'taking back': () => takeBack(cyd, people.cyd, 'self'),
      'handing in as the manager': () => handIn(head, people.cyd, 'manager', { acceptMissing: true }),
      'taking back as the manager': () => takeBack(head, people.cyd, 'manager'),
    });
    expect(await fatesOf(steps())).toEqual(all(steps(), 'done'));
    expect(await closeCycle(head, cycleId, { closingNote: 'Closed with Cyd missing' })).toMatchObject({ ok: true });
    const inRound = () => head.db.transaction(async (tx) => [await tx.select().from(cycleParticipant), (await tx.select().from(assessment)).filter((row) => row.cycleId === cycleId)]);
    const before = await inRound();
    const late = { ...steps(), 'showing': () => showAnswers(head, people.cyd) };
    expect(await fatesOf(late)).toEqual(all(late, 'refused'));
    expect(await saveAnswer(cyd, people.cyd, typed(skills.boats, 'self'))).toMatchObject({ ok: true });
    expect(await recordAnswers(cyd, [people.cyd], 'self')).toMatchObject({ ok: true, value: { recorded: 1 } });
    const seen = (await agreedOf(round, people.ben, skills.lamps))[0]!;
    expect(await agreeLevels(head, people.ben, { entries: [entry(skills.lamps, 1, seen.sequence!)] })).toMatchObject({ ok: true });
    expect((await agreedOf(round, people.ben, skills.lamps)).map((row) => row.cycleId)).toEqual([null, cycleId, null]);
    expect(await inRound()).toEqual(before);
  });
});

describe('a dispute', () => {
  it('is of one’s own newest agreed level alone, and one', async () => {
    const round = await makeModeratedRound(database);
    const { ben, organisation: { people, skills } } = round;
    const [newest, earlier] = await agreedOf(round, people.ben, skills.lamps);
    const [signals] = await agreedOf(round, people.ben, skills.signals);
    const [ofDan] = await agreedOf(round, people.dan, skills.signals);
    const own = (await ben.db.transaction((tx) => tx.select().from(assessment))).find((row) => row.personId === people.ben && row.skillId === skills.lamps && row.source === 1)!;
    const raise = (personId: string, skillId: string, assessmentId: string, words = 'No') => fateOf(raiseDispute(ben, personId, { skillId, assessmentId, words }));
    expect(await raise(people.dan, skills.signals, ofDan!.id)).toBe(403);
    for (const wrong of [earlier, signals, ofDan, own]) expect(await raise(people.ben, skills.lamps, wrong!.id)).toBe('refused');
    const count = async () => (await ben.db.transaction((tx) => tx.select().from(dispute))).length;
    expect(await count()).toBe(0);
    expect([await raise(people.ben, skills.lamps, newest!.id), await raise(people.ben, skills.lamps, newest!.id, 'Again no')]).toEqual(['done', 'refused']);
    expect(await raise(people.ben, skills.signals, signals!.id)).toBe('done');
    expect(await count()).toBe(2);
  });
});

describe('the mails of a round, a dispute and a decision', () => {
  it('name no skill and no level, and repeat nobody’s words', async () => {
    const round = await makeModeratedRound(database);
    const { head, moderator, cycleId, organisation } = round;
    const { people, skills } = organisation;
    const { userId } = await addUser(database, organisation.id, { personId: people.ben, grants: [{ accessRole: 'team-manager', teamId: organisation.teams.boats }] });
    const ben = await organisation.as('team-member', { personId: people.ben, userId });
    await saveAnswer(head, people.cyd, { ...typed(skills.boats), note: 'Wombat of a note' });
    const [agreed] = await agreedOf(round, people.ben, skills.lamps);
    const raised = await raiseDispute(ben, people.ben, { skillId: skills.lamps, assessmentId: agreed!.id, words: 'Wombat of a dispute' });
    if (!raised.ok) throw new Error(raised.problem.message);
    const change = decision({ kind: 'changed', answer: level(4), reason: 'Wombat of a reason', agreedSequence: agreed!.sequence!, disputeId: raised.value.disputeId });
    expect(await decideLevel(moderator, { personId: people.ben, skillId: skills.lamps, cycleId }, change)).toMatchObject({ ok: true });
    expect(await remindRound(head, cycleId)).toBeGreaterThan(0);
    const mails = await head.db.transaction((tx) => tx.select().from(mail));
    expect([...new Set(mails.map(({ kind }) => kind))].sort()).toEqual(['dispute', 'moderation-decision', 'round']);
    const secret = /Wombat|Lamp keeping|Signalling|Boat handling|Chart reading|Knot tying|Awareness|Working|Practitioner|Expert|level \d|from \d to/i;
    for (const { kind, subject, body } of mails) expect(`${subject}\n${body}`, kind).not.toMatch(secret);
    for (const skillId of Object.values(skills)) expect(mails.filter(({ body }) => body.includes(skillId))).toEqual([]);
  });
});
