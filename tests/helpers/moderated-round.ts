import { randomUUID } from 'node:crypto';
import type { Context } from '#app/platform/context.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { refreshCurrentAssessments } from '#db/current/refresh-current-assessments.ts';
import { assessment, dispute } from '#db/schema/index.ts';
import type { TestDatabase } from './database.ts';
import { makeOrganisation, type TestOrganisation } from './organisation.ts';
import { giveAnswers, openRound } from './round.ts';

export interface ModeratedRound {
  organisation: TestOrganisation;
  cycleId: string;
  /** Leads the service, and has given what is agreed. */
  head: Context;
  /** Moderates everybody. */
  moderator: Context;
  /** Ben, as himself. */
  ben: Context;
}

/**
 * An open round with moderation. Ben, a junior keeper, and Dan, of the crew, are answered for and agreed; Ada is answered for by
 * her manager alone, so that nothing of it is shown. Una of the lights gave Ben lamps 3 and signals 2 against his own 2 and 2,
 * agreed are 3 and 2, and last year 1 was agreed of lamps; Vic of the boats gave Dan boats 1 and signals 1, and so it is agreed.
 */
export async function makeModeratedRound(db: TestDatabase): Promise<ModeratedRound> {
  const organisation = await makeOrganisation(db);
  const { people, skills, teams } = organisation;
  const head = await organisation.as('head-of-service', { name: 'Hanna', userId: organisation.users.head });
  const earlier = await saveAssessment(head, people.ben, { assessedOn: '2025-06-02', entries: [{ skillId: skills.lamps, source: 'agreed', level: 1, note: null }] });
  if (!earlier.ok) throw new Error(earlier.problem.message);
  const cycleId = await openRound(head, { name: 'Year 2026', moderationDueOn: '2026-07-10' });
  const una = await organisation.as('team-manager', { name: 'Una', teamId: teams.lights });
  const vic = await organisation.as('team-manager', { name: 'Vic', teamId: teams.boats });
  const ben = await organisation.as('team-member', { name: 'Ben', personId: people.ben });
  await giveAnswers(ben, people.ben, 'self', { [skills.lamps]: 2, [skills.signals]: 2 });
  await giveAnswers(una, people.ben, 'manager', { [skills.lamps]: 3, [skills.signals]: 2 });
  await giveAnswers(await organisation.as('team-member', { name: 'Dan', personId: people.dan }), people.dan, 'self', { [skills.boats]: 2, [skills.signals]: 1 });
  await giveAnswers(vic, people.dan, 'manager', { [skills.boats]: 1, [skills.signals]: 1 });
  await giveAnswers(una, people.ada, 'manager', { [skills.lamps]: 4, [skills.signals]: 4, [skills.charts]: 4 });
  await agree(head, people.ben, { [skills.lamps]: 3, [skills.signals]: 2 });
  await agree(head, people.dan, { [skills.boats]: 1, [skills.signals]: 1 });
  return { organisation, cycleId, head, ben, moderator: await organisation.as('moderator', { name: 'Mo' }) };
}

/** Records what is agreed of a person today. */
export async function agree(by: Context, personId: string, levels: Record<string, number>): Promise<void> {
  const entries = Object.entries(levels).map(([skillId, level]) => ({ skillId, source: 'agreed' as const, level, note: null }));
  const outcome = await saveAssessment(by, personId, { entries });
  if (!outcome.ok) throw new Error(outcome.problem.message);
}

/** Has a person dispute what was agreed of them last in a skill; answers the id of the dispute. */
export async function addDispute({ organisation: { id: organisationId }, head }: ModeratedRound, personId: string, skillId: string, words = 'I did it twice last year'): Promise<string> {
  const id = randomUUID();
  await head.db.transaction(async (tx) => {
    const said = await tx.select().from(assessment);
    const agreed = said.filter((one) => one.personId === personId && one.skillId === skillId && one.source === 3).sort((one, other) => (other.sequence ?? 0) - (one.sequence ?? 0))[0]!;
    await tx.insert(dispute).values({ organisationId, id, personId, skillId, cycleId: agreed.cycleId, assessmentId: agreed.id, words, raisedOn: '2026-06-01', raisedAt: head.now });
    await refreshCurrentAssessments(tx, organisationId, [personId]);
  });
  return id;
}
