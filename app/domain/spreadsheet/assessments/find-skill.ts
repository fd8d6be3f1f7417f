import { nameKey } from '#app/domain/framework/name-key.ts';
import type { ImportMapping } from '#app/domain/spreadsheet/import-words.ts';
import { matchName } from '#app/domain/spreadsheet/match-name.ts';
import type { ImportableSkill } from './assessment-facts.ts';

/** The skill that a name in a file means, or why none is found. */
export type FoundSkill =
  | { ok: true; skill: ImportableSkill }
  | { ok: false; message: string; suggestions: { id: string; name: string }[]; unknown: { key: string; name: string } | null };

const longestName = 200;

/** Which skill of the adopted versions a name means, what the mapping says of it before all else; null where that leaves it out. */
export function findSkill(
  name: string,
  skills: readonly ImportableSkill[],
  skillsById: ReadonlyMap<string, ImportableSkill>,
  said: ImportMapping['names']['skill'] = {},
): FoundSkill | null {
  if (name === '') return { ok: false, message: 'No skill is named here. Give its name.', suggestions: [], unknown: null };
  const key = nameKey(name);
  const chosen = Object.hasOwn(said, key) ? said[key] : undefined;
  if (chosen === null) return null;
  const match = matchName(name, skills);
  const skill = (chosen === undefined ? undefined : skillsById.get(chosen)) ?? ('id' in match ? skillsById.get(match.id) : undefined);
  if (skill) return { ok: true, skill };
  const suggestions = 'id' in match ? [] : match.suggestions.map((one) => ({ id: one.id, name: one.name }));
  const isShared = suggestions.some((one) => nameKey(one.name) === key);
  const message = isShared
    ? 'More than one adopted framework has a skill of this name. Say which is meant.'
    : 'No skill of a framework that your organisation has adopted has this name. Put it right, or say which is meant.';
  return { ok: false, message, suggestions, unknown: { key, name: name.slice(0, longestName) } };
}
