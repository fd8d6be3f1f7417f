import type { RoleFacts } from '#app/domain/framework/framework-facts.ts';
import type { ReplacedWord } from '#app/domain/framework/release/pairing/pairing.ts';
import { plainKey } from '#app/domain/framework/release/pairing/plain-key.ts';
import { nameWords } from './name-words.ts';
import type { PartPortrait } from './part-portrait.ts';
import { portrayPlace } from './portray-place.ts';

/** The role levels of one role made ready for comparing; `skillKeys` as for roles. */
export function portrayRoleLevels(
  role: RoleFacts,
  skillKeys: (skillName: string) => readonly string[],
  replaced: readonly ReplacedWord[],
): PartPortrait[] {
  const ofRole = new Set(nameWords(role.name));
  return role.roleLevels.map((roleLevel) => {
    const description = portrayPlace([roleLevel.description], false, replaced);
    return {
      name: roleLevel.name,
      key: plainKey(roleLevel.name),
      words: new Map(nameWords(roleLevel.name).filter((word) => !ofRole.has(word)).map((word) => [word, 1])),
      places: new Map(description === null ? [] : [['description', description]]),
      ties: new Map(roleLevel.expectations.flatMap(({ skillName, expectedLevel }) => skillKeys(skillName).map((key) => [key, [expectedLevel]]))),
      marks: new Set(roleLevel.grades ?? []),
    };
  });
}
