import type { RoleFacts } from '#app/domain/framework/framework-facts.ts';
import type { ReplacedWord } from '#app/domain/framework/release/pairing/pairing.ts';
import { plainKey } from '#app/domain/framework/release/pairing/plain-key.ts';
import { nameWords } from './name-words.ts';
import type { PartPortrait } from './part-portrait.ts';
import { portrayPlace } from './portray-place.ts';

/** Roles made ready for comparing; `skillKeys` gives the skills that a skill of this state is in the new state, by plain key. */
export function portrayRoles(
  roles: readonly RoleFacts[],
  skillKeys: (skillName: string) => readonly string[],
  replaced: readonly ReplacedWord[],
): PartPortrait[] {
  return roles.map((role) => {
    const own = new Set(nameWords(role.name));
    const ties = new Map<string, number[]>();
    for (const roleLevel of role.roleLevels) {
      for (const { skillName, expectedLevel } of roleLevel.expectations) {
        for (const key of skillKeys(skillName)) ties.set(key, [...(ties.get(key) ?? []), expectedLevel].sort((a, b) => a - b));
      }
    }
    const description = portrayPlace([role.description, ...role.roleLevels.map((roleLevel) => roleLevel.description)], false, replaced);
    return {
      name: role.name,
      key: plainKey(role.name),
      words: new Map([...own].map((word) => [word, 1])),
      places: new Map(description === null ? [] : [['description', description]]),
      ties,
      marks: new Set(role.roleLevels.map((roleLevel) => nameWords(roleLevel.name).filter((word) => !own.has(word)).join(' '))),
    };
  });
}
