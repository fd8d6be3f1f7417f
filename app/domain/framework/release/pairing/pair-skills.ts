import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import type { PartPortrait } from '#app/domain/framework/release/likeness/part-portrait.ts';
import { weighRarity } from '#app/domain/framework/release/likeness/weigh-rarity.ts';
import type { NoteLink } from '#app/domain/framework/release/notes/note-link.ts';
import { pairGroup } from './pair-group.ts';
import type { GroupPairing } from './pair-group.ts';
import type { ReplacedWord } from './pairing.ts';

/** Skills of two states, portrayed without what they hang on. */
export interface SkillPortraits {
  absent: readonly PartPortrait[];
  fresh: readonly PartPortrait[];
  stays: readonly { before: PartPortrait; after: PartPortrait }[];
}

/** The key of a role level in the new state; null where it has none there. */
export type RoleLevelKey = (roleName: string, roleLevelName: string) => string | null;

/** Pairs skills. `keys` gives the key in the new state of a role level of either state; role levels of both count. */
export function pairSkills(
  { absent, fresh, stays }: SkillPortraits,
  facts: { before: FrameworkFacts; after: FrameworkFacts },
  keys: { before: RoleLevelKey; after: RoleLevelKey },
  plain: (name: string) => string,
  links: readonly NoteLink[],
  replaced: readonly ReplacedWord[],
): GroupPairing {
  const now = new Set(roleLevelsOf(facts.after, keys.after).map(({ key }) => key));
  const shared = new Set(roleLevelsOf(facts.before, keys.before).map(({ key }) => key).filter((key) => now.has(key)));
  const had = tiesOf(facts.before, keys.before, shared, plain);
  const has = tiesOf(facts.after, keys.after, shared, plain);
  const tied = (portrait: PartPortrait, ties: typeof had) => ({ ...portrait, ties: ties.get(portrait.key) ?? new Map<string, number[]>() });
  return pairGroup({
    part: 'skill',
    absent: absent.map((portrait) => tied(portrait, had)),
    fresh: fresh.map((portrait) => tied(portrait, has)),
    stays: stays.map(({ before, after }) => ({ before: tied(before, had), after: tied(after, has) })),
    frame: {
      weights: { name: 0.3, wording: 0.5, ties: 0.2, marks: 0 },
      tieWeight: weighRarity([...had.values(), ...has.values()].map((ties) => ties.keys())),
    },
    links,
    replaced,
  });
}

function roleLevelsOf(facts: FrameworkFacts, keyOf: RoleLevelKey) {
  return facts.roles.flatMap((role) => role.roleLevels.map((level) => ({ key: keyOf(role.name, level.name), level })));
}

function tiesOf(facts: FrameworkFacts, keyOf: RoleLevelKey, shared: ReadonlySet<string | null>, plain: (name: string) => string): Map<string, Map<string, number[]>> {
  const ties = new Map<string, Map<string, number[]>>();
  for (const { key, level } of roleLevelsOf(facts, keyOf)) {
    if (key === null || !shared.has(key)) continue;
    for (const { skillName, expectedLevel } of level.expectations) {
      const skill = plain(skillName);
      const known = ties.get(skill) ?? new Map<string, number[]>();
      ties.set(skill, known.set(key, [...(known.get(key) ?? []), expectedLevel].sort((a, b) => a - b)));
    }
  }
  return ties;
}
