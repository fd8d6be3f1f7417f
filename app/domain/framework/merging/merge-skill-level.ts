import type { SkillLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import type { ImportReport } from '#app/domain/framework/start-report.ts';
import { wordingWeight } from './rank-readings.ts';

/** One source's word on a skill level. `file` is null for the version adopted before. */
export interface LevelVoice {
  file: string | null;
  level: SkillLevelFacts;
}

/**
 * Which source's wording of one skill level stands: skills.csv before roles.csv before a role page before our own
 * summary; among equals the later date, then the first given (documents come ranked, the adopted version last).
 * A source that only names the level gives way to any. Official wording that reads differently from the one that
 * stands is noticed with both sources, unless it is the older version of the same kind of source.
 */
export function mergeSkillLevel(skillName: string, voices: readonly LevelVoice[], report: ImportReport): SkillLevelFacts | null {
  const [first, ...others] = voices;
  if (first === undefined) return null;
  const winner = others.reduce((best, voice) => (isStronger(voice.level, best.level) ? voice : best), first);
  for (const voice of voices) {
    if (voice === winner || !isOfficial(voice.level) || !isOfficial(winner.level) || readsAlike(voice.level, winner.level)) continue;
    if (voice.file === null && voice.level.wordingSource === winner.level.wordingSource) continue;
    report.notice(
      'wording-conflict',
      null,
      `Level ${winner.level.ordinal} of "${skillName}" reads differently in ${named(winner)} and in ${named(voice)}; the wording of ${named(winner)} stands.`,
    );
  }
  return winner.level;
}

function isStronger(level: SkillLevelFacts, than: SkillLevelFacts): boolean {
  const weight = weightOf(level) - weightOf(than);
  return weight > 0 || (weight === 0 && (level.wordingDate ?? '') > (than.wordingDate ?? ''));
}

function weightOf(level: SkillLevelFacts): number {
  return level.wordingSource === null ? 0 : wordingWeight[level.wordingSource];
}

function isOfficial(level: SkillLevelFacts): boolean {
  return level.wordingSource !== null && level.wordingSource !== 'ours';
}

function readsAlike(left: SkillLevelFacts, right: SkillLevelFacts): boolean {
  return left.defined === right.defined && nameKey(left.statements.join('\n')) === nameKey(right.statements.join('\n'));
}

function named(voice: LevelVoice): string {
  const { wordingSource, wordingDate } = voice.level;
  return voice.file ?? `the adopted version (${wordingSource ?? 'names only'}${wordingDate === null ? '' : `, ${wordingDate}`})`;
}
