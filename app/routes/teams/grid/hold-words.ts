import type { CellHold } from '#app/domain/assessment/grid/grid-words.ts';
import { sayAnswer } from '#app/domain/assessment/grid/say-answer.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';

/** What stands in the way of a change, in a sentence with both values where somebody else answered. */
export function holdWords(hold: CellHold, mine: string, levelNames: readonly string[]): string {
  if (hold.kind !== 'conflict') return hold.message;
  const { theirs, recorded } = hold;
  if (recorded) {
    const said = recorded.level === null ? 'no level' : sayAnswer({ kind: 'level', level: recorded.level }, levelNames);
    return `${recorded.assessorName} put ${said} on record for ${formatDate(recorded.assessedOn)}; you answered ${mine}.`;
  }
  if (!theirs) return `What you saw was put on record, handed in or taken away meanwhile; you answered ${mine}.`;
  return `${theirs.writerName} ${theirs.answer === null ? 'cleared it' : `answered ${sayAnswer(theirs.answer, levelNames)}`} meanwhile; you answered ${mine}.`;
}
