import type { ChangeNote, ScaleStep, SkillFacts, SkillLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { isUnofficial } from './is-unofficial.ts';
import { judgeWording } from './judge-wording.ts';
import type { Replacements } from './judge-wording.ts';

/** What became of the texts of one skill; null where nothing did. */
export interface SkillTextVerdict {
  verdict: 'wording' | 'meaning';
  /** The levels that changed, a line for each statement, with the name of the level before it. */
  linesBefore: string[];
  linesAfter: string[];
  /** The only level that changed, if it is one. */
  ordinal: number | null;
  evidence: string[];
}

/** What a change note says outright about a skill, with its words. */
export interface NoteOnMeaning {
  meaning: 'kept' | 'changed';
  note: ChangeNote;
}

/**
 * Whether a skill reads differently, and whether it asks something else: the levels are judged one by one
 * (`judgeWording`); one whose meaning changed is enough. Official wording that takes the place of our own summaries, or
 * of bare names, for the first time says what the framework always said: wording. A change note that says outright what
 * became of the meaning has the last word. Levels that come to be defined or undefined are not judged here.
 * `isReworded` says that the description is in other words for the same.
 */
export function judgeSkillText(
  before: SkillFacts,
  after: SkillFacts,
  scale: readonly ScaleStep[],
  replaced: Replacements,
  { isReworded, said }: { isReworded: boolean; said: NoteOnMeaning | null },
): SkillTextVerdict | null {
  const changed = after.levels.flatMap((level) => {
    const was = before.levels.find(({ ordinal }) => ordinal === level.ordinal);
    if ((was?.defined ?? level.defined) !== level.defined) return [];
    const judged = judgeWording(was?.statements ?? [], level.statements, replaced);
    return judged.verdict === 'same' ? [] : [{ was, level, step: stepName(scale, level.ordinal), ...judged }];
  });
  if (changed.length === 0 && !isReworded) return null;
  const isFirst = isUnofficial(before) && !isUnofficial(after);
  const isMeaning = changed.some(({ verdict }) => verdict === 'meaning');
  const verdict = isFirst || said?.meaning === 'kept' ? 'wording' : said?.meaning === 'changed' || isMeaning ? 'meaning' : 'wording';
  const first = before.levels.some(({ wordingSource }) => wordingSource === 'ours')
    ? 'The official wording takes the place of our own summary for the first time.'
    : 'The official wording comes in for the first time; only names were known before.';
  const toldByNote = said === null ? [] : [`The change note of ${said.note.date} says: “${said.note.note}”`];
  const judged = changed.flatMap(({ step, reasons }) => reasons.map((reason) => `${step}: ${reason}`));
  return {
    verdict,
    linesBefore: [...(isReworded ? [before.description ?? ''] : []), ...changed.flatMap(({ step, was }) => linesOf(step, was))],
    linesAfter: [...(isReworded ? [after.description ?? ''] : []), ...changed.flatMap(({ step, level }) => linesOf(step, level))],
    ordinal: changed.length === 1 && !isReworded ? (changed[0]?.level.ordinal ?? null) : null,
    evidence: isFirst ? [first] : [...toldByNote, ...(changed.length === 0 ? ['Only the description is in other words.'] : judged)],
  };
}

function linesOf(step: string, level: SkillLevelFacts | undefined): string[] {
  return (level?.statements ?? []).map((statement) => `${step}: ${statement}`);
}

function stepName(scale: readonly ScaleStep[], ordinal: number): string {
  return scale.find((step) => step.ordinal === ordinal)?.name ?? `Level ${ordinal}`;
}
