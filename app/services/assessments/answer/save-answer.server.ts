import { findAnswerProblem } from '#app/domain/assessment/answer/find-answer-problem.ts';
import { sameAnswer } from '#app/domain/assessment/answer/same-answer.ts';
import { whyVoiceIsClosed } from '#app/domain/assessment/answer/why-voice-is-closed.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Problem } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { readOpenRound } from '#app/services/assessments/cycle/read-open-round.server.ts';
import { holdAdoptions } from '#app/services/assessments/hold-adoptions.server.ts';
import { type NewestEntry, readNewestEntries } from '#app/services/assessments/read-newest-entries.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { readLockedPerson } from '#app/services/people/read-locked-person.server.ts';
import type { AnswerInput } from './answer-input.ts';
import { participantFacts } from '#app/domain/assessment/cycle/participant-facts.ts';
import { readAnswerableSkills } from './read-answerable-skills.server.ts';
import { readAnswers, type StoredAnswer } from './read-answers.server.ts';
import { resolveAnswer, type WantedAnswer } from './resolve-answer.server.ts';
import { voiceActions } from './voice-actions.ts';
import { writeAnswer } from './write-answer.server.ts';

/** What is on record of a voice and skill that somebody had not seen. */
export type RecordedMeanwhile = Pick<NewestEntry, 'level' | 'assessedOn' | 'assessorName' | 'sequence'>;

export type SaveAnswerOutcome =
  | { ok: true; stored: StoredAnswer }
  /** Somebody else answered meanwhile: what they stored (null: nothing is stored any more), or what was recorded. */
  | { ok: false; kind: 'conflict'; theirs: StoredAnswer | null; recorded: RecordedMeanwhile | null }
  | { ok: false; kind: 'confirm-undefined'; problem: Problem }
  | { ok: false; kind: 'problem'; problem: Problem };

/**
 * Keeps what one voice says of one skill of a person, where only that voice reads it, until it is handed in or put on record.
 * Whoever answers on top of something that they have not seen is told what it is, and nothing is overwritten. The same answer
 * by the same writer sent again changes nothing. Throws 404 for an unknown person, 403 where the viewer may not speak as the
 * source.
 */
export async function saveAnswer(context: Context, personId: string, input: AnswerInput): Promise<SaveAnswerOutcome> {
  const organisationId = context.db.organisationId;
  const { skillId, source } = input;
  return context.db.transaction(async (tx) => {
    const inside = within(context, tx);
    await holdAdoptions(tx, organisationId);
    const subject = await readLockedPerson(inside, personId);
    authorise(context, voiceActions[source], personSubject(subject));
    const skill = (await readAssessableSkills(inside)).get(skillId);
    if (!skill) return problem('This skill is not in a framework that your organisation has adopted');
    const answerable = (await readAnswerableSkills(tx, organisationId, [skill])).get(skillId)!;
    const stored = (await readAnswers(tx, organisationId, [personId], [source])).find((one) => one.skillId === skillId) ?? null;
    const entries = (await readNewestEntries(tx, organisationId, personId)).filter((entry) => entry.skillId === skillId);
    const own = entries.find((entry) => entry.source === source) ?? null;
    const last = own ?? entries.find((entry) => entry.source === 'agreed') ?? null;
    const wanted = resolveAnswer(input, { stored, last, skill: answerable, versionId: skill.versionId, today: todayOf(context) });
    if (!wanted.ok) return problem(wanted.message);
    if (stored && isStored(wanted, stored, context)) return { ok: true, stored };
    const round = await readOpenRound(tx, organisationId, personId);
    const closed = whyVoiceIsClosed(source, round && participantFacts(round.participant), round?.cycle.name ?? '');
    if (closed !== null) return problem(closed, null);
    const recorded = own !== null && own.sequence > input.seenSequence ? own : null;
    if ((stored?.revision ?? 0) !== input.revision || recorded) {
      return { ok: false, kind: 'conflict', theirs: stored, recorded: recorded && meanwhile(recorded) };
    }
    const wrong = findAnswerProblem(wanted.answer, wanted, answerable, todayOf(context));
    if (wrong) return { ok: false, kind: wrong.kind, problem: { field: skillId, message: wrong.message } };
    const written = await writeAnswer(tx, context, { personId, skillId, source, seenSequence: own?.sequence ?? 0, ...wanted });
    return { ok: true, stored: written };
  });

  function problem(message: string, field: string | null = skillId): SaveAnswerOutcome {
    return { ok: false, kind: 'problem', problem: { field, message } };
  }
}

function isStored(wanted: WantedAnswer, stored: StoredAnswer, { viewer }: Context): boolean {
  return (
    sameAnswer(wanted.answer, stored.answer) &&
    wanted.note === stored.note &&
    wanted.ticks.join() === stored.ticks.join() &&
    wanted.unchangedSince === stored.unchangedSince &&
    viewer.userId === stored.writerUserId &&
    viewer.name === stored.writerName
  );
}

function meanwhile({ level, assessedOn, assessorName, sequence }: NewestEntry): RecordedMeanwhile {
  return { level, assessedOn, assessorName, sequence };
}
