import { randomUUID } from 'node:crypto';
import { agreeLevels } from '#app/services/assessments/answer/agree-levels.server.ts';
import { handIn } from '#app/services/assessments/answer/hand-in.server.ts';
import { moveAnswers } from '#app/services/assessments/answer/move-answers.server.ts';
import { readAgreement } from '#app/services/assessments/answer/read-agreement.server.ts';
import { readAnswerableSkills } from '#app/services/assessments/answer/read-answerable-skills.server.ts';
import { readAnswers } from '#app/services/assessments/answer/read-answers.server.ts';
import { readParticipation } from '#app/services/assessments/answer/read-participation.server.ts';
import { readUnanswered } from '#app/services/assessments/answer/read-unanswered.server.ts';
import { readVoices } from '#app/services/assessments/answer/read-voices.server.ts';
import { recordAnswers } from '#app/services/assessments/answer/record-answers.server.ts';
import { removeTyped } from '#app/services/assessments/answer/remove-typed.server.ts';
import { revealAnswers } from '#app/services/assessments/answer/reveal-answers.server.ts';
import { saveAnswer } from '#app/services/assessments/answer/save-answer.server.ts';
import { saveAnswers } from '#app/services/assessments/answer/save-answers.server.ts';
import { showAnswers } from '#app/services/assessments/answer/show-answers.server.ts';
import { takeBack } from '#app/services/assessments/answer/take-back.server.ts';
import { writeAnswer } from '#app/services/assessments/answer/write-answer.server.ts';
import { holdAdoptions } from '#app/services/assessments/hold-adoptions.server.ts';
import { queueDisputeMails } from '#app/services/assessments/moderation/queue-dispute-mails.server.ts';
import { raiseDispute } from '#app/services/assessments/moderation/raise-dispute.server.ts';
import { withdrawDispute } from '#app/services/assessments/moderation/withdraw-dispute.server.ts';
import { writeAssessments } from '#app/services/assessments/write-assessments.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import type { cycle, cycleParticipant } from '#db/schema/index.ts';
import type { Cases } from './scene.ts';

const answer = (skillId: string) => ({ skillId, source: 'self' as const, answer: { kind: 'level' as const, level: 1 }, revision: 0, seenSequence: 0 });
const detail = { note: null, ticks: [], unchangedSince: null, undefinedConfirmed: false, seenSequence: 0 };
const round = (organisationId: string, personId: string) => {
  const own = { organisationId, state: 'open' as const, opensOn: '2026-05-01', closesOn: '2026-07-01' };
  const cycleId = randomUUID();
  return {
    cycle: { ...own, id: cycleId } as typeof cycle.$inferSelect,
    participant: { organisationId, cycleId, personId, revealedAt: null, selfInAt: null, managerInAt: null } as typeof cycleParticipant.$inferSelect,
  };
};

/** What the voices say, from typing to showing. */
export const answerCases: Cases = {
  'assessments/hold-adoptions': [['nothing', ({ inA, b }) => inA((tx) => holdAdoptions(tx, b.id))]],
  'assessments/write-assessments': [
    [
      'denied',
      ({ inA, a, b }) =>
        inA(async (tx, inside) => {
          const { seenSequence: _, ...said } = detail;
          const entry = { ...said, skillId: a.skills.lamps, source: 'agreed' as const, answer: { kind: 'level' as const, level: 1 }, assessedOn: '2026-06-01', assessor: { userId: null, name: 'Anybody' }, cycleId: null };
          return writeAssessments(tx, inside, { id: b.people.ben, teamId: null }, [entry], await readAssessableSkills(inside));
        }),
    ],
  ],
  'assessments/answer/save-answer': [
    ['404', ({ context, b }) => saveAnswer(context, b.people.ben, answer(b.skills.lamps))],
    ['refused', ({ context, a, b }) => saveAnswer(context, a.people.ben, answer(b.skills.lamps))],
  ],
  'assessments/answer/agree-levels': [
    ['404', ({ context, a, b }) => agreeLevels(context, b.people.ben, { entries: [{ skillId: a.skills.lamps, level: 1, note: null }] })],
    ['refused', ({ context, a, b }) => agreeLevels(context, a.people.ben, { entries: [{ skillId: b.skills.lamps, level: 1, note: null }] })],
  ],
  'assessments/answer/remove-typed': [
    ['nothing', ({ inA, a, b }) => inA((tx) => removeTyped(tx, a.id, b.people.ben, [{ skillId: b.skills.signals, source: 'manager', revision: 1 }]))],
  ],
  'assessments/moderation/raise-dispute': [['404', ({ context, b }) => raiseDispute(context, b.people.ben, { skillId: b.skills.lamps, assessmentId: b.skills.lamps, words: 'No' })]],
  'assessments/moderation/withdraw-dispute': [['404', ({ context, b }) => withdrawDispute(context, b.people.ben, b.skills.lamps)]],
  'assessments/moderation/queue-dispute-mails': [
    ['nothing', ({ inA, context, b }) => inA((tx) => queueDisputeMails(tx, context, { id: b.people.ben, name: 'Ben', teamId: b.teams.lights, roleId: b.roles.keeper }))],
  ],
  'assessments/answer/save-answers': [['404', ({ context, b }) => saveAnswers(context, b.people.ben, [answer(b.skills.lamps)])]],
  'assessments/answer/show-answers': [['404', ({ context, b }) => showAnswers(context, b.people.ben)]],
  'assessments/answer/read-agreement': [['404', ({ context, b }) => readAgreement(context, b.people.ben)]],
  'assessments/answer/read-voices': [['404', ({ context, b }) => readVoices(context, b.people.ben)]],
  'assessments/answer/read-participation': [['nothing', ({ inA, a, b }) => inA((tx) => readParticipation(tx, a.id, b.people.ben))]],
  'assessments/answer/hand-in': [['404', ({ context, b }) => handIn(context, b.people.ben, 'self')]],
  'assessments/answer/take-back': [['404', ({ context, b }) => takeBack(context, b.people.ben, 'self')]],
  'assessments/answer/record-answers': [['404', ({ context, a, b }) => recordAnswers(context, [a.people.ben, b.people.ben], 'manager')]],
  'assessments/answer/read-answers': [
    ['nothing', ({ inA, a, b }) => inA((tx) => readAnswers(tx, a.id, [b.people.ben], ['self', 'manager', 'agreed']))],
    ['hidden', ({ inA, b }) => inA((tx) => readAnswers(tx, b.id, [b.people.ben], ['self', 'manager', 'agreed']))],
  ],
  'assessments/answer/read-unanswered': [['nothing', ({ inA, b }) => inA((_tx, inside) => readUnanswered(inside, b.people.ben, 'self'))]],
  'assessments/answer/read-answerable-skills': [
    ['nothing', ({ inA, b }) => inA((tx) => readAnswerableSkills(tx, b.id, [{ id: b.skills.lamps, key: 'lamps', name: 'Lamps', frameworkId: b.frameworkId, versionId: b.versionId, highestLevel: 4 }]))],
  ],
  'assessments/answer/write-answer': [
    ['denied', ({ inA, a, b, context }) => inA((tx) => writeAnswer(tx, context, { personId: b.people.ben, skillId: a.skills.lamps, source: 'self', answer: null, ...detail }))],
  ],
  'assessments/answer/move-answers': [
    ['nothing', ({ inA, context, b }) => inA(async (tx, inside) => moveAnswers(tx, context, { id: b.people.ben, teamId: null }, ['self', 'manager', 'agreed'], await readAssessableSkills(inside), { cycleId: null }))],
  ],
  'assessments/answer/reveal-answers': [
    ['nothing', ({ inA, context, a, b }) => inA((tx) => revealAnswers(tx, context, round(a.id, b.people.ben), { id: b.people.ben, teamId: null }))],
  ],
};
