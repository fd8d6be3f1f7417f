import type { SkillFacts } from '#app/domain/framework/framework-facts.ts';
import type { ReplacedWord } from '#app/domain/framework/release/pairing/pairing.ts';
import { plainKey } from '#app/domain/framework/release/pairing/plain-key.ts';
import { nameWords } from './name-words.ts';
import type { PartPortrait } from './part-portrait.ts';
import { portrayPlace } from './portray-place.ts';

/** Skills made ready for comparing, by the facts they are of. What they hang on is not among it: it depends on how roles are paired. */
export function portraySkills(skills: readonly SkillFacts[], replaced: readonly ReplacedWord[]): PartPortrait[] {
  return skills.map((skill) => {
    const description = portrayPlace([skill.description], skill.levels.some((level) => level.wordingSource === 'ours'), replaced);
    const places = skill.levels.map((level) => [String(level.ordinal), portrayPlace(level.statements, level.wordingSource === 'ours', replaced)] as const);
    return {
      name: skill.name,
      key: plainKey(skill.name),
      words: new Map(nameWords(skill.name).map((word) => [word, 1])),
      places: new Map([['description', description] as const, ...places].flatMap(([place, wording]) => (wording === null ? [] : [[place, wording]]))),
      ties: new Map(),
      marks: new Set(),
    };
  });
}
