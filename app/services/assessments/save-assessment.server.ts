import type { Answer } from '#app/domain/assessment/answer/answer-words.ts';
import { sameAnswer } from '#app/domain/assessment/answer/same-answer.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Problem } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { readLockedPerson } from '#app/services/people/read-locked-person.server.ts';
import { readAnswerableSkills } from './answer/read-answerable-skills.server.ts';
import { removeTyped } from './answer/remove-typed.server.ts';
import { voiceActions } from './answer/voice-actions.ts';
import type { AssessmentEntry, AssessmentInput } from './assessment-input.ts';
import { type AssessableSkill, readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { type OpenRound, readOpenRound } from './cycle/read-open-round.server.ts';
import { holdAdoptions } from './hold-adoptions.server.ts';
import { readNewestEntries, type NewestEntry } from './read-newest-entries.server.ts';
import { type EntryProblem, type ResolvedEntry, resolveEntries } from './resolve-entries.server.ts';
import { writeAssessments } from './write-assessments.server.ts';

export type SaveAssessmentOutcome =
  | { ok: true; value: { saved: number } }
  | { ok: false; problem: Problem; staleSkillIds: string[]; further?: EntryProblem[] };

/**
 * Adds what was said of a person to the history; nothing is ever overwritten. All entries are stored
 * or none. An entry written on an older revision than the newest one is refused, with the skills that
 * changed meanwhile; the very same entry sent twice is stored once. A level that the framework does not define
 * is asked about. The problem names the first skill that has one, `further` every one. Throws 404 for an unknown person,
 * 403 where the viewer may not speak as one of the sources.
 */
export async function saveAssessment(
  context: Context,
  personId: string,
  input: AssessmentInput,
): Promise<SaveAssessmentOutcome> {
  const organisationId = context.db.organisationId;
  const today = todayOf(context);
  const assessedOn = input.assessedOn ?? today;
  return context.db.transaction(async (tx) => {
    await holdAdoptions(tx, organisationId);
    const skills = await readAssessableSkills(within(context, tx));
    const subject = await readLockedPerson(within(context, tx), personId);
    const reach = personSubject(subject);
    for (const source of new Set(input.entries.map((entry) => entry.source))) authorise(context, voiceActions[source], reach);
    if (assessedOn > today) return problem('assessedOn', 'Enter a date that is not in the future');
    const unanswerable = findProblem(input.entries, skills);
    if (unanswerable) return unanswerable;
    const round = await readOpenRound(tx, organisationId, personId);
    if (round && round.participant.revealedAt === null) {
      return problem(null, `${subject.name} takes part in ${round.cycle.name}. Answer on the pages of that round; nothing is recorded past it before both sides have answered.`);
    }
    const newest = await readNewestEntries(tx, organisationId, personId);
    const asked = [...new Set(input.entries.map((entry) => entry.skillId))].flatMap((skillId) => skills.get(skillId) ?? []);
    const answerable = await readAnswerableSkills(tx, organisationId, asked);
    const { resolved, problems } = resolveEntries(input.entries, { skills, answerable, newest, assessedOn, today });
    const sameDay = await readNewestEntries(tx, organisationId, personId, assessedOn);
    const fresh = resolved.filter((one) => !isAlreadyStored(one, sameDay, context, skills));
    const stale = fresh.filter(({ entry }) => isStale(entry, newest));
    if (stale.length > 0) {
      return {
        ...problem(null, 'Somebody else recorded a level meanwhile. Nothing was saved, and what you wrote is still here.'),
        staleSkillIds: [...new Set(stale.map(({ entry }) => entry.skillId))],
      };
    }
    const [first] = problems;
    if (first) return { ...problem(first.skillId, first.message), further: problems };
    if (fresh.length === 0) return { ok: true, value: { saved: 0 } };
    await writeAssessments(
      tx,
      context,
      subject,
      fresh.map(({ entry: { skillId, source }, wanted: { answer, note, ticks, unchangedSince, undefinedConfirmed } }) => ({
        skillId,
        source,
        answer,
        note,
        ticks,
        unchangedSince,
        undefinedConfirmed,
        assessedOn,
        assessor: { userId: context.viewer.userId, name: context.viewer.name },
        cycleId: round && isWithin(round, assessedOn) ? round.cycle.id : null,
      })),
      skills,
    );
    const typed = fresh.flatMap(({ entry: { typedRevision, ...entry } }) => (typedRevision ? [{ ...entry, revision: typedRevision }] : []));
    await removeTyped(tx, organisationId, personId, typed);
    return { ok: true, value: { saved: fresh.length } };
  });
}

function problem(field: string | null, message: string): { ok: false; problem: Problem; staleSkillIds: string[] } {
  return { ok: false, problem: { field, message }, staleSkillIds: [] };
}

function findProblem(entries: readonly AssessmentEntry[], skills: ReadonlyMap<string, AssessableSkill>) {
  const answered = new Set<string>();
  for (const { skillId, source, level } of entries) {
    const known = skills.get(skillId);
    if (!known) return problem(skillId, 'This skill is not in a framework that your organisation has adopted');
    if (level !== null && level > known.highestLevel) {
      return problem(skillId, `The levels of ${known.name} go from 0 to ${known.highestLevel}`);
    }
    if (answered.has(`${skillId}/${source}`)) return problem(skillId, `Give one ${source} level of ${known.name}, not two`);
    answered.add(`${skillId}/${source}`);
  }
  return null;
}

/**
 * The same answer by the same writer for the same day is a form sent twice, not a second opinion; under another
 * framework version it is one, because it looks at another wording.
 */
function isAlreadyStored(
  { entry, wanted }: ResolvedEntry,
  sameDay: NewestEntry[],
  context: Context,
  skills: ReadonlyMap<string, AssessableSkill>,
): boolean {
  return sameDay.some(
    (stored) =>
      stored.skillId === entry.skillId &&
      stored.versionId === skills.get(entry.skillId)?.versionId &&
      stored.source === entry.source &&
      sameAnswer(wanted.answer, answerOf(stored)) &&
      stored.note === wanted.note &&
      stored.ticks.join() === wanted.ticks.join() &&
      (stored.unchangedSince === null) === (wanted.unchangedSince === null) &&
      stored.assessorUserId === context.viewer.userId &&
      stored.assessorName === context.viewer.name,
  );
}

function answerOf({ level, exemptUntil, exemptReason }: NewestEntry): Answer {
  if (level !== null) return { kind: 'level', level };
  return exemptUntil === null ? { kind: 'not-observed' } : { kind: 'exempt', until: exemptUntil, reason: exemptReason ?? '' };
}

function isStale(entry: AssessmentEntry, newest: NewestEntry[]): boolean {
  if (entry.revision === undefined) return false;
  const seen = entry.revision;
  return newest.some((stored) => stored.skillId === entry.skillId && stored.sequence > seen);
}

/** Whether what is said for this day belongs to the round. */
function isWithin({ cycle }: OpenRound, day: string): boolean {
  return cycle.opensOn <= day && day <= cycle.closesOn;
}
