import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { ImportedAnswer } from './assessment-facts.ts';

export interface JudgedAnswer {
  /** What stands against it, and which cell of the row has to be put right. */
  problem: { at: 'level' | 'source' | 'date' | 'person'; message: string } | null;
  /** What may be right and often is not: one for a person and day. */
  warning: { key: string; message: string } | null;
  undefinedConfirmed: boolean;
  /** The round of which the answer is part. */
  cycleId: string | null;
}

/**
 * Whether an answer of a file may become part of the history: as saving on a page, it is never for a day to come, never a manager's
 * or agreed level of oneself, and not past an open round before both sides have answered there; after the last day somebody
 * was present it is a slip. A day before they came may be right, where they brought levels with them, and is warned of.
 */
export function judgeAnswer(
  { person, skill, source, assessedOn, level }: Pick<ImportedAnswer, 'person' | 'skill' | 'source' | 'assessedOn' | 'level'>,
  today: string,
  acceptsUndefined: boolean,
): JudgedAnswer {
  const isUndefined = level !== null && skill.undefinedLevels.has(level);
  const { round } = person;
  const refused = (at: 'level' | 'source' | 'date' | 'person', message: string): JudgedAnswer => ({ problem: { at, message }, warning: null, undefinedConfirmed: false, cycleId: null });
  if (!person.sources.includes(source)) {
    return refused('source', person.isImporter ? `This is you: nobody gives their own ${source} level. Leave the row out.` : `You may not record ${source} levels of ${person.name}. Leave the row out, or ask somebody who may.`);
  }
  if (round && !round.isRevealed) {
    return refused('person', `${person.name} takes part in ${round.name}. Nothing is recorded past that round before both sides have answered: answer on its pages, or leave the row out.`);
  }
  if (assessedOn > today) return refused('date', `${formatDate(assessedOn)} is still to come. Put the day right.`);
  if (person.leavesOn !== null && assessedOn > person.leavesOn) {
    return refused('date', `${person.name} was last present on ${formatDate(person.leavesOn)}. Put the day right, or their leaving date.`);
  }
  if (isUndefined && !acceptsUndefined) {
    return refused('level', `The framework does not define level ${level} of ${skill.name}. If it is meant all the same, accept undefined levels for this file; otherwise put it right.`);
  }
  const warning =
    assessedOn < person.startsOn
      ? { key: `before-start/${person.id}/${assessedOn}`, message: `${formatDate(assessedOn)} is before ${person.name} started, on ${formatDate(person.startsOn)}.` }
      : null;
  const isWithin = round !== null && round.opensOn <= assessedOn && assessedOn <= round.closesOn;
  return { problem: null, warning, undefinedConfirmed: isUndefined, cycleId: isWithin ? round.id : null };
}
