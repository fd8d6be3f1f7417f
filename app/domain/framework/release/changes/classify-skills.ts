import type { SkillFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { itemKey } from '#app/domain/framework/release/item-key.ts';
import type { ReleaseItem } from '#app/domain/framework/release/release-item.ts';
import { isUnofficial } from '#app/domain/framework/release/wording/is-unofficial.ts';
import { judgeDescription } from '#app/domain/framework/release/wording/judge-description.ts';
import { judgeSkillText } from '#app/domain/framework/release/wording/judge-skill-text.ts';
import type { NoteOnMeaning } from '#app/domain/framework/release/wording/judge-skill-text.ts';
import { judgeWording } from '#app/domain/framework/release/wording/judge-wording.ts';
import type { AlignedStates } from './aligned-states.ts';
import { byName } from './by-name.ts';
import { makeItem } from './make-item.ts';
import { roleLevelsExpecting } from './role-levels-expecting.ts';

/**
 * What became of the texts of skills that stand on both sides: other words or another meaning (one item a skill, which a
 * person may judge otherwise), levels that come to be defined or undefined (one item each), and descriptions.
 * `notes` tells what change notes say outright of the meaning, by the key of the skill's name before.
 */
export function classifySkills(states: AlignedStates, notes: ReadonlyMap<string, NoteOnMeaning>): ReleaseItem[] {
  const before = byName(states.before.skills);
  const carriers = carriersOf(states.before.skills);
  return states.after.skills.flatMap((skill) => {
    const was = before.get(nameKey(skill.name));
    if (was === undefined) return [];
    const described = descriptionItem(states, was, skill, carriers);
    const isReworded = described === null && was.description !== null && skill.description !== null && was.description !== skill.description;
    return [...textItems(states, was, skill, isReworded, notes), ...definitionItems(states, was, skill), ...(described ?? [])];
  });
}

function carriersOf(skills: readonly SkillFacts[]): Map<string, string[]> {
  const carriers = new Map<string, string[]>();
  for (const { name, description } of skills) {
    if (description !== null) carriers.set(nameKey(description), [...(carriers.get(nameKey(description)) ?? []), name]);
  }
  return carriers;
}

const told = (states: AlignedStates, skill: SkillFacts) => {
  const name = states.wasSkill(skill.name);
  return { name, item: { part: 'skill' as const, before: [name], after: [skill.name], reach: { skillNames: [name], roleLevels: [] } } };
};

function textItems(states: AlignedStates, was: SkillFacts, skill: SkillFacts, isReworded: boolean, notes: ReadonlyMap<string, NoteOnMeaning>): ReleaseItem[] {
  const { name, item } = told(states, skill);
  const judged = judgeSkillText(was, skill, states.after.scale, states.replaced, { isReworded, said: notes.get(nameKey(name)) ?? null });
  if (judged === null) return [];
  // Its name was caught by the replacement and its texts with it: that is one change.
  const isCaught = states.pairings.some(({ proposal, choice }) => proposal.kind === 'word-replaced' && proposal.part === 'skill' && choice !== 'separate' && nameKey(proposal.before[0] ?? '') === nameKey(name));
  if (isCaught && judged.verdict === 'wording') return [];
  const { verdict, linesBefore, linesAfter, ordinal, evidence } = judged;
  return [
    makeItem({
      ...item,
      key: itemKey('text', 'skill', name),
      kind: verdict,
      detail: { skillName: skill.name, linesBefore, linesAfter, ...(ordinal !== null && { ordinal }) },
      choices: ['wording', 'meaning'],
      proposal: verdict,
      evidence,
    }),
  ];
}

function definitionItems(states: AlignedStates, was: SkillFacts, skill: SkillFacts): ReleaseItem[] {
  const { name, item } = told(states, skill);
  return skill.levels.flatMap((level) => {
    const known = was.levels.find(({ ordinal }) => ordinal === level.ordinal);
    if (known === undefined || known.defined === level.defined) return [];
    const roleLevels = roleLevelsExpecting(states.before, [was.name], level.ordinal).map(({ roleName, roleLevelName }) => states.wasRoleLevel(roleName, roleLevelName));
    return [
      makeItem({
        ...item,
        key: itemKey('level', 'skill', name, level.ordinal),
        kind: level.defined ? 'level-defined' : 'level-undefined',
        detail: { skillName: skill.name, ordinal: level.ordinal, linesBefore: known.statements, linesAfter: level.statements },
        reach: { skillNames: [name], roleLevels },
      }),
    ];
  });
}

/** Null where the description did not change, or says the same in other words: that is told with the statements. */
function descriptionItem(states: AlignedStates, was: SkillFacts, skill: SkillFacts, carriers: ReadonlyMap<string, readonly string[]>): ReleaseItem[] | null {
  // With the first official wording comes the description.
  if (isUnofficial(was) && !isUnofficial(skill)) return [];
  const others = (carriers.get(nameKey(was.description ?? '')) ?? []).filter((other) => nameKey(other) !== nameKey(was.name));
  const judged = judgeDescription(was.description, skill.description, others);
  if (judged === null) return null;
  if (judged.kind === 'description-changed' && judgeWording([was.description ?? ''], [skill.description ?? ''], states.replaced).verdict !== 'meaning') return null;
  const { name, item } = told(states, skill);
  const detail = { skillName: skill.name, linesBefore: was.description === null ? [] : [was.description], linesAfter: [skill.description ?? ''] };
  return [makeItem({ ...item, ...judged, key: itemKey('description', 'skill', name), detail })];
}
