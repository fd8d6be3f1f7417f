import type { FrameworkFacts, SkillFacts } from '#app/domain/framework/framework-facts.ts';
import type { LikenessFrame } from './likeness-frame.ts';
import type { StateMatch } from './match-states.ts';
import type { NoteLink } from './note-link.ts';
import { pairGroup } from './pair-group.ts';
import type { GroupPairing } from './pair-group.ts';
import type { ReplacedWord } from './pairing.ts';
import { plainKey } from './plain-key.ts';
import { portraySkills } from './portray-skills.ts';
import { weighRarity } from './weigh-rarity.ts';

/** Pairs skills. `roleLevelKey` gives the key of a role level of the state before in the new state, or null where it has none. */
export function pairSkills(
  match: StateMatch<SkillFacts>,
  facts: { before: FrameworkFacts; after: FrameworkFacts },
  roleLevelKey: (roleName: string, roleLevelName: string) => string | null,
  links: readonly NoteLink[],
  replaced: readonly ReplacedWord[],
): GroupPairing {
  const now = new Set(facts.after.roles.flatMap((role) => role.roleLevels.map((level) => keyOf(role.name, level.name))));
  const keyBefore = (roleName: string, levelName: string) => roleLevelKey(roleName, levelName);
  const shared = new Set(facts.before.roles.flatMap((role) => role.roleLevels.map((level) => keyBefore(role.name, level.name))).filter((key) => key !== null && now.has(key)));
  const tiesBefore = tiesOf(facts.before, keyBefore, shared);
  const tiesAfter = tiesOf(facts.after, keyOf, shared);
  const absent = portraySkills(match.absent, tiesBefore, replaced);
  const fresh = portraySkills(match.fresh, tiesAfter, []);
  const [had, has] = [portraySkills(match.stays.map(({ before }) => before), tiesBefore, replaced), portraySkills(match.stays.map(({ after }) => after), tiesAfter, [])];
  const stays = had.flatMap((before, index) => {
    const after = has[index];
    return after === undefined ? [] : [{ before, after }];
  });
  const all = [...absent, ...fresh, ...had, ...has];
  const frame: LikenessFrame = {
    weights: { name: 0.3, wording: 0.5, ties: 0.2, marks: 0 },
    wordWeight: weighRarity(all.map(({ places }) => [...places.values()].flatMap(({ words }) => [...words]))),
    tieWeight: weighRarity(all.map(({ ties }) => ties.keys())),
  };
  return pairGroup({ part: 'skill', absent, fresh, stays, frame, links, replaced });
}

function tiesOf(facts: FrameworkFacts, keyOfLevel: (roleName: string, levelName: string) => string | null, shared: ReadonlySet<string | null>): Map<string, Map<string, number[]>> {
  const ties = new Map<string, Map<string, number[]>>();
  for (const role of facts.roles) {
    for (const level of role.roleLevels) {
      const key = keyOfLevel(role.name, level.name);
      if (key === null || !shared.has(key)) continue;
      for (const { skillName, expectedLevel } of level.expectations) {
        const skill = plainKey(skillName);
        const known = ties.get(skill) ?? new Map<string, number[]>();
        ties.set(skill, known.set(key, [...(known.get(key) ?? []), expectedLevel].sort((a, b) => a - b)));
      }
    }
  }
  return ties;
}

function keyOf(roleName: string, roleLevelName: string): string {
  return `${plainKey(roleName)}/${plainKey(roleLevelName)}`;
}
