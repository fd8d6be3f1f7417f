import { describe, expect, it } from 'vitest';
import type { Context } from '#app/platform/context.ts';
import { agreeLevels } from '#app/services/assessments/answer/agree-levels.server.ts';
import { handIn } from '#app/services/assessments/answer/hand-in.server.ts';
import { readAgreement } from '#app/services/assessments/answer/read-agreement.server.ts';
import { readVoices } from '#app/services/assessments/answer/read-voices.server.ts';
import { saveAnswer } from '#app/services/assessments/answer/save-answer.server.ts';
import { takeBack } from '#app/services/assessments/answer/take-back.server.ts';
import { closeCycle } from '#app/services/assessments/cycle/close-cycle.server.ts';
import { readTeamGrid } from '#app/services/assessments/grid/read-team-grid.server.ts';
import { raiseDispute } from '#app/services/assessments/moderation/raise-dispute.server.ts';
import { readModerationBoard } from '#app/services/assessments/moderation/read-moderation-board.server.ts';
import { readModerationCase } from '#app/services/assessments/moderation/read-moderation-case.server.ts';
import { readAssessmentForm } from '#app/services/assessments/read-assessment-form.server.ts';
import { readHistory } from '#app/services/assessments/read-history.server.ts';
import { readPersonCapability } from '#app/services/capability/read-person-capability.server.ts';
import { readTeamMatrix } from '#app/services/capability/read-team-matrix.server.ts';
import { readOwnData } from '#app/services/privacy/read-own-data.server.ts';
import { readPersonData } from '#app/services/privacy/read-person-data.server.ts';
import { readHome } from '#app/services/reports/read-home.server.ts';
import { readDevelopmentReview } from '#app/services/reviews/read-development-review.server.ts';
import { assessment } from '#db/schema/index.ts';
import { addUser } from './helpers/add-user.ts';
import { useTestDatabase } from './helpers/database.ts';
import { insertOpenRound } from './helpers/insert-open-round.ts';
import { makeOrganisation, type TestOrganisation } from './helpers/organisation.ts';
import { useTestRuntime } from './helpers/test-runtime.ts';

const database = useTestDatabase();
useTestRuntime(database);

/** What there is to see: what each voice said, and the words of a dispute. */
const signs = { S: 'canary of the person', M: 'canary of the manager', A: 'canary of what is agreed', D: 'canary of the dispute' };
/** The levels that nobody else has here: a voice that is seen as a bare level is seen. */
const levels = { S: 4, M: 3, A: 1 };
const bareLevels = { S: /"selfLevel":4/, M: /"managerLevel":3/, A: /"agreedLevel":1/ };

const steps = ['typed', 'person in', 'manager in', 'both shown', 'agreed', 'disputed', 'closed'] as const;
type Step = (typeof steps)[number];

/** By who looks: what they see at each step. S the person, M the manager, A what is agreed, D the words of the dispute. */
type Table = Record<string, [string, string, string, string, string, string, string]>;

const shown = { afterwards: ['SM', 'SMA', 'SMAD', 'SMAD'], withoutWords: ['SM', 'SMA', 'SMA', 'SMA'], never: ['', '', '', ''] } as const;

//                               typed, person in, manager in, then both shown, agreed, disputed, closed
const hidden: Table = {
  'the person':                 ['S', 'S', 'S', ...shown.afterwards],
  'their manager':              ['M', 'M', 'M', ...shown.afterwards],
  'the head of service':        ['M', 'M', 'M', ...shown.afterwards],
  'a moderator':                ['', '', '', ...shown.afterwards],
  'a moderator of their role':  ['', '', '', ...shown.afterwards],
  'a moderator of another role': ['', '', '', ...shown.never],
  'a manager of another team':  ['', '', '', ...shown.never],
  'a colleague':                ['', '', '', ...shown.never],
  'an administrator':           ['', '', '', ...shown.never],
  'an analyst':                 ['', '', '', ...shown.never],
  'a key that reads':           ['', '', '', ...shown.withoutWords],
  'a key that writes':          ['', '', '', ...shown.withoutWords],
};

/** Where a round does not hide them, the two sides see what the other has handed in, and nobody else sees more. */
const open: Table = {
  ...hidden,
  'the person':                 ['S', 'S', 'SM', ...shown.afterwards],
  'their manager':              ['M', 'SM', 'M', ...shown.afterwards],
  'the head of service':        ['M', 'SM', 'M', ...shown.afterwards],
};

interface Scene {
  organisation: TestOrganisation;
  cycleId: string;
  person: Context;
  manager: Context;
  head: Context;
  viewers: Record<string, Context>;
}

async function makeScene(hidesVoices: boolean): Promise<Scene> {
  const organisation = await makeOrganisation(database);
  const { people, teams, roles } = organisation;
  const { userId } = await addUser(database, organisation.id, { personId: people.ben });
  const person = await organisation.as('team-member', { personId: people.ben, userId });
  const manager = await organisation.as('team-manager', { teamId: teams.lights });
  const head = await organisation.as('head-of-service');
  const viewers = {
    'the person': person,
    'their manager': manager,
    'the head of service': head,
    'a moderator': await organisation.as('moderator'),
    'a moderator of their role': await organisation.as('moderator', { roleId: roles.keeper }),
    'a moderator of another role': await organisation.as('moderator', { roleId: roles.boatman }),
    'a manager of another team': await organisation.as('team-manager', { teamId: teams.boats }),
    'a colleague': await organisation.as('team-member', { personId: people.ada }),
    'an administrator': await organisation.as('administrator'),
    'an analyst': await organisation.as('analyst'),
    'a key that reads': await organisation.as('api-read'),
    'a key that writes': await organisation.as('api-write'),
  };
  const cycleId = await insertOpenRound(organisation, [people.ben], { hidesVoices, moderationDueOn: '2026-06-28' });
  return { organisation, cycleId, person, manager, head, viewers };
}

/** Brings the scene one step further. */
async function goTo(step: Step, { organisation, cycleId, person, manager, head }: Scene): Promise<void> {
  const { ben } = organisation.people;
  const { lamps, signals } = organisation.skills;
  const say = (context: Context, source: 'self' | 'manager', level: number, note: string) =>
    saveAnswer(context, ben, { skillId: lamps, source, answer: { kind: 'level', level }, note, revision: 0, seenSequence: 0 });
  const accept = { acceptMissing: true };
  if (step === 'typed') expect([await say(person, 'self', levels.S, signs.S), await say(manager, 'manager', levels.M, signs.M)]).toMatchObject([{ ok: true }, { ok: true }]);
  if (step === 'person in') expect(await handIn(person, ben, 'self', accept)).toMatchObject({ ok: true });
  if (step === 'manager in') expect([await takeBack(person, ben, 'self'), await handIn(manager, ben, 'manager', accept)]).toMatchObject([{ ok: true }, { ok: true }]);
  if (step === 'both shown') expect(await handIn(person, ben, 'self', accept)).toMatchObject({ ok: true, value: { isShown: true } });
  if (step === 'agreed') expect(await agreeLevels(manager, ben, { entries: [{ skillId: lamps, level: levels.A, note: signs.A }, { skillId: signals, level: 2, note: null }] })).toMatchObject({ ok: true });
  if (step === 'disputed') {
    const agreed = (await person.db.transaction((tx) => tx.select().from(assessment))).find((row) => row.source === 3 && row.skillId === lamps);
    expect(await raiseDispute(person, ben, { skillId: lamps, assessmentId: agreed!.id, words: signs.D })).toMatchObject({ ok: true });
  }
  if (step === 'closed') expect(await closeCycle(head, cycleId, { closingNote: 'One dispute waits' })).toMatchObject({ ok: true });
}

/** Every page and answer that could tell of somebody's levels, by its name. */
function looks({ organisation, cycleId }: Scene): Record<string, (viewer: Context) => Promise<unknown>> {
  const { people: { ben }, teams: { lights }, skills: { lamps } } = organisation;
  return {
    'what is typed': (viewer) => readVoices(viewer, ben),
    'the page of answering, and the API': (viewer) => readAssessmentForm(viewer, ben),
    'the page of agreeing': (viewer) => readAgreement(viewer, ben),
    'the history': (viewer) => readHistory(viewer, ben),
    'the profile, and the API': (viewer) => readPersonCapability(viewer, ben),
    'the matrix of the team': (viewer) => readTeamMatrix(viewer, { teamId: lights }),
    'home': (viewer) => readHome(viewer),
    'the review': (viewer) => readDevelopmentReview(viewer, ben),
    'the export of the person': (viewer) => readPersonData(viewer, ben, 'file'),
    'the export of oneself': (viewer) => readOwnData(viewer, 'file'),
    'the grid of the managers': (viewer) => readTeamGrid(viewer, lights, 'manager'),
    'the grid of what is agreed': (viewer) => readTeamGrid(viewer, lights, 'agreed'),
    'the board of moderators': (viewer) => readModerationBoard(viewer, cycleId),
    'the case of moderators': (viewer) => readModerationCase(viewer, { personId: ben, skillId: lamps, cycleId }),
  };
}

/** A key reaches the API, and no page. */
const ofKeys = ['what is typed', 'the page of answering, and the API', 'the profile, and the API', 'the matrix of the team'];

/** What somebody sees of Ben in all of it, as letters of the table, and where. */
async function seen(scene: Scene, viewer: Context): Promise<{ letters: string; where: string[] }> {
  const found = new Map<string, string>();
  const isKey = viewer.viewer.userId === null;
  for (const [name, look] of Object.entries(looks(scene))) {
    if (isKey && !ofKeys.includes(name)) continue;
    const text = await look(viewer).then(readable, (error: unknown) => {
      if (error instanceof Response && [403, 404].includes(error.status)) return '';
      throw error;
    });
    for (const [letter, canary] of Object.entries(signs)) {
      const bare = letter in bareLevels ? bareLevels[letter as keyof typeof bareLevels] : null;
      if (text.includes(canary) || bare?.test(text)) found.set(letter, [found.get(letter), name].filter(Boolean).join(', '));
    }
  }
  const letters = Object.keys(signs).filter((letter) => found.has(letter)).join('');
  return { letters, where: [...found].map(([letter, names]) => `${letter}: ${names}`) };
}

const readable = (answer: unknown) =>
  JSON.stringify(answer, (_, value: unknown) => (value instanceof Map || value instanceof Set ? [...value] : value)) ?? '';

describe.each([
  ['hides the voices', true, hidden, steps],
  // From the showing on there is nothing left that could be hidden.
  ['does not hide the voices', false, open, steps.slice(0, 4)],
] as const)('a round that %s', (_title, hidesVoices, table, taken) => {
  it('shows each of them to those of the table, at every step', async () => {
    const scene = await makeScene(hidesVoices);
    expect(Object.keys(table).sort()).toEqual(Object.keys(scene.viewers).sort());
    const wrong: string[] = [];
    for (const [at, step] of taken.entries()) {
      await goTo(step, scene);
      const all = await Promise.all(Object.entries(scene.viewers).map(async ([name, viewer]) => ({ name, ...(await seen(scene, viewer)) })));
      for (const { name, letters, where } of all) {
        const expected = table[name]![at];
        if (letters !== expected) wrong.push(`${step}, ${name}: "${expected}" expected, "${letters}" seen (${where.join('; ')})`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});

describe('the table', () => {
  it('would tell of an answer that went on record before both are shown', async () => {
    const scene = await makeScene(true);
    await goTo('typed', scene);
    expect((await seen(scene, scene.manager)).letters).toBe('M');
    const { organisation, person } = scene;
    await person.db.transaction((tx) =>
      tx.insert(assessment).values({
        organisationId: organisation.id, id: crypto.randomUUID(), personId: organisation.people.ben, skillId: organisation.skills.lamps, frameworkVersionId: organisation.versionId,
        source: 1, level: levels.S, note: signs.S, assessorName: 'Ben', assessedOn: '2026-06-01', cycleId: scene.cycleId, recordedAt: person.now,
      }),
    );
    expect((await seen(scene, scene.manager)).letters).toBe('SM');
    expect((await seen(scene, scene.viewers['a moderator']!)).letters).toBe('S');
  });
});
