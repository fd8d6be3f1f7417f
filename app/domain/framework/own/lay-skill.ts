import type { SkillFacts, SkillLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { appendOwnStatements } from './append-own-statements.ts';
import { findByName } from './find-by-name.ts';

/**
 * The skills with one of the organisation's own. Where there is one of this name already it stands, and what the own
 * one says more is kept: a description or a level that is missing, and further statements in the organisation's own
 * words. Wording of a document that the organisation kept gives way to a newer one. Nothing new: the same list.
 */
export function laySkill(skills: readonly SkillFacts[], own: SkillFacts): readonly SkillFacts[] {
  const known = findByName(skills, own.name);
  if (known === undefined) return [...skills, { ...own, levels: own.levels.map(wordedLevel) }];
  const merged = layOverSkill(known, own);
  return merged === known ? skills : skills.map((skill) => (skill === known ? merged : skill));
}

function layOverSkill(known: SkillFacts, own: SkillFacts): SkillFacts {
  const description = known.description ?? own.description;
  const levels = [...known.levels];
  for (const level of own.levels) {
    const at = levels.findIndex(({ ordinal }) => ordinal === level.ordinal);
    const present = levels[at];
    if (present === undefined) levels.push(wordedLevel(level));
    else if (isOwnWording(level)) levels[at] = appendOwnStatements(present, level.ordinal, level.statements);
  }
  const isSame = description === known.description && levels.length === known.levels.length && levels.every((level, index) => level === known.levels[index]);
  return isSame ? known : { ...known, description, levels: levels.sort((one, other) => one.ordinal - other.ordinal) };
}

function wordedLevel(level: SkillLevelFacts): SkillLevelFacts {
  return isOwnWording(level) ? { ...level, wordingSource: level.statements.length > 0 ? 'own' : null } : level;
}

function isOwnWording({ wordingSource }: SkillLevelFacts): boolean {
  return wordingSource === 'own' || wordingSource === null;
}
