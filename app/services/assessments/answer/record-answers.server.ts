import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { within } from '#app/platform/within.server.ts';
import { type OpenRound, readOpenRound } from '#app/services/assessments/cycle/read-open-round.server.ts';
import { holdAdoptions } from '#app/services/assessments/hold-adoptions.server.ts';
import { readNewestEntries } from '#app/services/assessments/read-newest-entries.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { readLockedPerson } from '#app/services/people/read-locked-person.server.ts';
import type { PersonRecord } from '#app/services/people/read-person.server.ts';
import { lockTeams } from '#db/current/lock-teams.ts';
import { moveAnswers } from './move-answers.server.ts';
import { voiceActions } from './voice-actions.ts';

export interface RecordedAnswers {
  /** Answers that are now part of the history. */
  recorded: number;
  /** People who are in an open round, where a voice hands in instead; nothing of theirs was recorded. */
  inRound: string[];
  /** Answers that stay as they are, because something newer of the same voice was recorded since they were typed. */
  outdated: { personId: string; skillId: string }[];
}

/**
 * Puts on record what one voice has typed of these people: the act that ends typing where no round does. Each answer is
 * recorded for the day on which it was typed, by whoever typed it. Agreed answers of somebody in a round whose sides are both
 * shown are recorded as agreed in that round. All or nothing; twice is once. Throws 404 for an unknown person, 403 where the
 * viewer may not speak as the source of one of them.
 */
export async function recordAnswers(context: Context, personIds: readonly string[], source: AssessmentSource): Promise<Outcome<RecordedAnswers>> {
  const organisationId = context.db.organisationId;
  if (personIds.length > 500) return refused(null, 'Record at most 500 people at once');
  return context.db.transaction(async (tx) => {
    const inside = within(context, tx);
    await holdAdoptions(tx, organisationId);
    const people: { person: PersonRecord; round: OpenRound | null }[] = [];
    for (const personId of [...new Set(personIds)].sort()) {
      const person = await readLockedPerson(inside, personId);
      authorise(context, voiceActions[source], personSubject(person));
      people.push({ person, round: await readOpenRound(tx, organisationId, personId) });
    }
    // Every person before every team: whoever records others at the same time takes them in the same order.
    await lockTeams(tx, organisationId, people.flatMap(({ person }) => person.teamId ?? []));
    const skills = await readAssessableSkills(inside);
    const result: RecordedAnswers = { recorded: 0, inRound: [], outdated: [] };
    for (const { person, round } of people) {
      if (round && !(source === 'agreed' && round.participant.revealedAt !== null)) {
        result.inRound.push(person.id);
        continue;
      }
      const newest = (await readNewestEntries(tx, organisationId, person.id)).filter((entry) => entry.source === source);
      const sequences = new Map(newest.map((entry) => [entry.skillId, entry.sequence]));
      result.recorded += await moveAnswers(tx, context, person, [source], skills, {
        cycleId: round?.cycle.id ?? null,
        leaveOut: (stored) => {
          const isOutdated = stored.answer !== null && (sequences.get(stored.skillId) ?? 0) > stored.seenSequence;
          if (isOutdated) result.outdated.push({ personId: person.id, skillId: stored.skillId });
          return isOutdated;
        },
      });
    }
    return done(result);
  });
}
