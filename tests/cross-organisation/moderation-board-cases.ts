import { decideLevel } from '#app/services/assessments/moderation/decide-level.server.ts';
import { lockModeratedPeople } from '#app/services/assessments/moderation/lock-moderated-people.server.ts';
import { queueDecisionMail } from '#app/services/assessments/moderation/queue-decision-mail.server.ts';
import { readDecisions } from '#app/services/assessments/moderation/read-decisions.server.ts';
import { readModeratedPeople } from '#app/services/assessments/moderation/read-moderated-people.server.ts';
import { readModerationBoard } from '#app/services/assessments/moderation/read-moderation-board.server.ts';
import { readModerationCase } from '#app/services/assessments/moderation/read-moderation-case.server.ts';
import { readOpenDisputes } from '#app/services/assessments/moderation/read-open-disputes.server.ts';
import { readRoundCases } from '#app/services/assessments/moderation/read-round-cases.server.ts';
import { signOff } from '#app/services/assessments/moderation/sign-off.server.ts';
import { undoSignOff } from '#app/services/assessments/moderation/undo-sign-off.server.ts';
import type { Cases } from './scene.ts';

const kept = { kind: 'kept' as const, answer: null, reason: 'No', agreedSequence: 1, disputeId: null, undefinedConfirmed: false };
const since = '2026-04-01';

/** The board of moderation, decisions about levels, and signing off. */
export const moderationBoardCases: Cases = {
  'assessments/moderation/decide-level': [
    ['404', ({ context, b }) => decideLevel(context, { personId: b.people.ben, skillId: b.skills.lamps, cycleId: null }, kept)],
    ['404', ({ context, a, b }) => decideLevel(context, { personId: a.people.ben, skillId: b.skills.lamps, cycleId: null }, kept)],
    ['404', ({ context, a, b }) => decideLevel(context, { personId: a.people.ben, skillId: a.skills.lamps, cycleId: b.cycleId }, kept)],
  ],
  'assessments/moderation/sign-off': [
    ['404', ({ context, b }) => signOff(context, b.cycleId, [b.people.ben])],
    ['404', ({ context, b }) => signOff(context, b.cycleId, [])],
    ['404', ({ context, a, b }) => signOff(context, a.cycleId, [b.people.ben])],
  ],
  'assessments/moderation/undo-sign-off': [
    ['404', ({ context, b }) => undoSignOff(context, b.cycleId, [b.people.ben])],
    ['404', ({ context, a, b }) => undoSignOff(context, a.cycleId, [b.people.ben])],
  ],
  'assessments/moderation/lock-moderated-people': [
    ['404', ({ inA, b }) => inA((tx, inside) => lockModeratedPeople(tx, inside, b.cycleId, [b.people.ben]))],
  ],
  'assessments/moderation/read-moderated-people': [['404', ({ inA, b }) => inA((tx, inside) => readModeratedPeople(tx, inside, b.cycleId))]],
  'assessments/moderation/read-moderation-board': [
    ['404', ({ context, b }) => readModerationBoard(context, b.cycleId)],
    ['nothing', ({ context, a, b }) => readModerationBoard(context, a.cycleId, { roleId: b.roles.keeper, skillId: b.skills.lamps })],
  ],
  'assessments/moderation/read-moderation-case': [
    ['404', ({ context, b }) => readModerationCase(context, { personId: b.people.ben, skillId: b.skills.lamps, cycleId: null })],
    ['404', ({ context, a, b }) => readModerationCase(context, { personId: a.people.ben, skillId: b.skills.lamps, cycleId: null })],
    ['404', ({ context, a, b }) => readModerationCase(context, { personId: a.people.ben, skillId: a.skills.lamps, cycleId: b.cycleId })],
  ],
  'assessments/moderation/read-decisions': [
    ['404', ({ context, b }) => readDecisions(context, b.people.ben)],
    ['nothing', ({ context, a, b }) => readDecisions(context, a.people.ben, b.skills.lamps)],
  ],
  'assessments/moderation/read-open-disputes': [['nothing', ({ context }) => readOpenDisputes(context)]],
  'assessments/moderation/read-round-cases': [
    ['nothing', ({ inA, a, b }) => inA((tx) => readRoundCases(tx, a.id, { cycleId: b.cycleId, opensOn: since }, [b.people.ben]))],
    ['nothing', ({ inA, b }) => inA((tx) => readRoundCases(tx, b.id, { cycleId: b.cycleId, opensOn: since }, [b.people.ben]))],
  ],
  'assessments/moderation/queue-decision-mail': [['nothing', ({ inA, b }) => inA((tx, inside) => queueDecisionMail(tx, inside, b.people.ada))]],
};
