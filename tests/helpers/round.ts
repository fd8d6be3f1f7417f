import type { CycleDetails } from '#app/services/assessments/cycle/cycle-input.ts';
import { addCycle } from '#app/services/assessments/cycle/add-cycle.server.ts';
import { openCycle } from '#app/services/assessments/cycle/open-cycle.server.ts';
import { handIn, type HandingVoice } from '#app/services/assessments/answer/hand-in.server.ts';
import { saveAnswer } from '#app/services/assessments/answer/save-answer.server.ts';
import type { Context } from '#app/platform/context.ts';

/** A round of six weeks from 2026-06-01, the day on which test organisations stand, of the whole organisation unless a team is named. */
export function roundDetails(wanted: Partial<CycleDetails> = {}): CycleDetails {
  return {
    name: 'Summer round',
    teamId: null,
    opensOn: '2026-06-01',
    selfDueOn: '2026-06-15',
    managerDueOn: '2026-06-22',
    conversationDueOn: '2026-07-06',
    moderationDueOn: null,
    closesOn: '2026-07-13',
    hidesVoices: true,
    remindsByMail: true,
    ...wanted,
  };
}

function valueOf<T>(outcome: { ok: true; value: T } | { ok: false; problem: { message: string } }): T {
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value;
}

/** Plans a round as this head; answers its id. */
export async function planRound(head: Context, wanted: Partial<CycleDetails> = {}): Promise<string> {
  return valueOf(await addCycle(head, roundDetails(wanted))).cycleId;
}

/** Plans and opens a round as this head; answers its id. */
export async function openRound(head: Context, wanted: Partial<CycleDetails> = {}): Promise<string> {
  const cycleId = await planRound(head, wanted);
  valueOf(await openCycle(head, cycleId));
  return cycleId;
}

/** Answers these skills at a level as one voice, and hands in without the others. */
export async function giveAnswers(by: Context, personId: string, source: HandingVoice, levels: Record<string, number>): Promise<void> {
  for (const [skillId, level] of Object.entries(levels)) {
    const outcome = await saveAnswer(by, personId, { skillId, source, answer: { kind: 'level', level }, revision: 0, seenSequence: 0 });
    if (!outcome.ok) throw new Error(`The answer was refused: ${outcome.kind}`);
  }
  const handed = await handIn(by, personId, source, { acceptMissing: true });
  if (!handed.ok) throw new Error(handed.problem.message);
}
