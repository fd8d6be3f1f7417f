import type { SkillFacts } from '#app/domain/framework/framework-facts.ts';
import { nameWords } from './name-words.ts';
import type { ReplacedWord } from './pairing.ts';
import type { PartPortrait } from './part-portrait.ts';
import { plainKey } from './plain-key.ts';
import { portrayPlace } from './portray-place.ts';

/** Skills made ready for comparing; `ties` gives, by plain key of a skill, the role levels that expect it and at which levels. */
export function portraySkills(
  skills: readonly SkillFacts[],
  ties: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>,
  replaced: readonly ReplacedWord[],
): PartPortrait[] {
  return skills.map((skill) => {
    const key = plainKey(skill.name);
    const description = portrayPlace([skill.description], skill.levels.some((level) => level.wordingSource === 'ours'), replaced);
    const places = skill.levels.map((level) => [String(level.ordinal), portrayPlace(level.statements, level.wordingSource === 'ours', replaced)] as const);
    return {
      name: skill.name,
      key,
      words: new Set(nameWords(skill.name)),
      places: new Map([['description', description] as const, ...places].flatMap(([place, wording]) => (wording === null ? [] : [[place, wording]]))),
      ties: ties.get(key) ?? new Map(),
      marks: new Set(),
    };
  });
}
