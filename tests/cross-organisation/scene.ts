import { randomUUID } from 'node:crypto';
import type { ResolvedGrant } from '#app/domain/access/access-role.ts';
import type { Context } from '#app/platform/context.ts';
import { within } from '#app/platform/within.server.ts';
import { createApiKey } from '#app/services/accounts/create-api-key.server.ts';
import { saveAnswer } from '#app/services/assessments/answer/save-answer.server.ts';
import { addEvidence } from '#app/services/assessments/evidence/add-evidence.server.ts';
import { addObjective } from '#app/services/assessments/objective/add-objective.server.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { addCoverageRule } from '#app/services/planning/add-coverage-rule.server.ts';
import { frameworkRelease } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { TestDatabase } from '#tests/helpers/database.ts';
import { invite, type Invited } from '#tests/helpers/invite.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';

/** Two organisations of the same names and keys, and somebody of A who may do everything there. */
export interface Scene {
  a: TestOrganisation;
  b: TestOrganisation;
  /** A release of B that waits to be decided. */
  releaseOfB: string;
  /** A coverage rule of B. */
  ruleOfB: string;
  /** Evidence for Ben of B. */
  evidenceOfB: string;
  /** An objective of Ben of B. */
  objectiveOfB: string;
  /** Somebody who is invited to B. */
  invitationOfB: Invited;
  /** A key of the API of B. */
  keyOfB: string;
  context: Context;
  /** Runs the work inside a transaction of A. */
  inA<T>(work: (tx: Tx, inside: Context) => Promise<T>): Promise<T>;
}

/**
 * What may come of a call with B's ids: a 404, an answer that says no (`refused`), an answer that holds
 * nothing of B (`nothing`), or the refusal of the database (`denied`). Whatever it is, B stays as it is.
 * A function that is handed its transaction and the organisation of B with it cannot know better: the
 * database alone refuses (`denied`) or shows nothing (`hidden`). Nobody outside reaches such a function.
 */
export type Expected = '404' | 'refused' | 'nothing' | 'hidden' | 'denied';

/** By the name of the service file: its calls, each with what is to come of it. */
export type Cases = Record<string, [Expected, (scene: Scene) => unknown][]>;

const everything: ResolvedGrant[] = (['administrator', 'head-of-service', 'api-write', 'analyst'] as const).map((accessRole) => ({
  accessRole,
  teamIds: 'all',
}));

export async function makeScene(db: TestDatabase): Promise<Scene> {
  const [a, b] = [await makeOrganisation(db), await makeOrganisation(db)];
  const ruleIds: string[] = [];
  const evidenceIds: string[] = [];
  const objectiveIds: string[] = [];
  for (const organisation of [a, b]) {
    const head = await organisation.as('head-of-service', { name: `Head ${organisation.canary}` });
    for (const personId of Object.values(organisation.people)) {
      const entries = [{ skillId: organisation.skills.lamps, source: 'agreed' as const, level: 1, note: `Note ${organisation.canary}` }];
      await saveAssessment(head, personId, { entries });
      const typed = { kind: 'level' as const, level: 1 };
      await saveAnswer(head, personId, { skillId: organisation.skills.signals, source: 'manager', answer: typed, note: `Typed ${organisation.canary}`, revision: 0, seenSequence: 0 });
    }
    const rule = { skillId: organisation.skills.lamps, minimumLevel: 2, minimumPeople: 2, reason: organisation.canary };
    const outcome = await addCoverageRule(head, organisation.teams.lights, rule);
    if (outcome.ok) ruleIds.push(outcome.value.ruleId);
    const nothing = { situation: null, task: null, action: null, result: null, links: [], happenedOn: null, happenedUntil: null };
    const written = await addEvidence(head, organisation.people.ben, organisation.skills.lamps, { ...nothing, summary: organisation.canary });
    if (written.ok) evidenceIds.push(written.value.evidenceId);
    const aim = { words: organisation.canary, targetLevel: 2, dueOn: '2026-12-31' };
    const set = await addObjective(head, organisation.people.ben, organisation.skills.lamps, aim);
    if (set.ok) objectiveIds.push(set.value.objectiveId);
  }
  const administratorOfB = await b.as('administrator', { name: `Administrator ${b.canary}`, alsoLeads: true });
  const { apiKeyId: keyOfB } = await createApiKey(administratorOfB, { name: b.canary, access: 'read' });
  const invitationOfB = await invite(db, b, { name: `Invited ${b.canary}` });
  const releaseOfB = await addRelease(b);
  const own = await a.as('administrator', { userId: a.users.head });
  const context = { ...own, viewer: { ...own.viewer, grants: everything } };
  return { a, b, releaseOfB, ruleOfB: ruleIds[1]!, evidenceOfB: evidenceIds[1]!, objectiveOfB: objectiveIds[1]!, invitationOfB, keyOfB, context, inA: (work) => context.db.transaction((tx) => work(tx, within(context, tx))) };
}

async function addRelease({ id: organisationId, versionId, canary, as }: TestOrganisation): Promise<string> {
  const { db, now } = await as('administrator');
  const id = randomUUID();
  const facts = { scale: [], families: [], roles: [], skills: [] };
  const notices = [{ kind: 'unknown-section' as const, file: canary, row: null, message: canary }];
  const plan = { items: [], facts, moves: { renamed: [], succeeded: [] }, meaningChanged: [], kept: [], undecided: [], notices, refusals: [] };
  await db.transaction((tx) =>
    tx.insert(frameworkRelease).values({
      organisationId, id, uploadId: id, frameworkKey: 'coast', frameworkName: canary, state: 'open', label: canary, plan,
      readings: [{ file: canary, kind: 'roles-csv', facts }], comparedVersionId: versionId, createdAt: now,
    }),
  );
  return id;
}
