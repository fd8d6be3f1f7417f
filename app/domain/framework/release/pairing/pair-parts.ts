import { compareNames } from '#app/domain/framework/compare-names.ts';
import type { ChangeNote, FrameworkFacts, RoleFacts, SkillFacts } from '#app/domain/framework/framework-facts.ts';
import { portraySkills } from '#app/domain/framework/release/likeness/portray-skills.ts';
import { weighPortraits } from '#app/domain/framework/release/likeness/weigh-portraits.ts';
import { gatherNoteLinks } from '#app/domain/framework/release/notes/gather-note-links.ts';
import { findReplacedWords } from './find-replaced-words.ts';
import { gatherTextPairs } from './gather-text-pairs.ts';
import { matchStates } from './match-states.ts';
import type { StateMatch } from './match-states.ts';
import type { GroupPairing } from './pair-group.ts';
import { pairRoleLevels } from './pair-role-levels.ts';
import type { RoleLevelPairing } from './pair-role-levels.ts';
import { pairRoles } from './pair-roles.ts';
import { pairSkills } from './pair-skills.ts';
import type { RoleLevelKey, SkillPortraits } from './pair-skills.ts';
import type { Pairing, ReplacedWord } from './pairing.ts';
import { plainKey } from './plain-key.ts';
import { plainKeys } from './plain-keys.ts';

/** What is held against each other. */
export interface PairingInput {
  before: FrameworkFacts;
  /** The new state as the documents say it. */
  after: FrameworkFacts;
  notes: readonly ChangeNote[];
  /** Names of `before` that the release does not name any more. */
  absentSkills: readonly string[];
  absentRoles: readonly string[];
}

/**
 * Which names of two states belong together, and why: proposals of renames, mergers and splits, names caught by a
 * replacement of words, and what is simply new or gone (see judgeLikeness and pairGroup for how that is judged). Skills
 * are judged by the role levels that expect them and roles by the skills they expect, so both are paired twice, the second
 * time with what the first found. The order of the input does not matter. Throws nothing.
 */
export function pairParts({ before, after, notes, absentSkills, absentRoles }: PairingInput): Pairing {
  const match = { skills: matchStates(before.skills, after.skills, absentSkills), roles: matchStates(before.roles, after.roles, absentRoles) };
  const replaced = findReplacedWords(gatherTextPairs(match.skills, match.roles));
  const links = gatherNoteLinks(notes, namesOf(before), namesOf(after));
  const plain = plainKeys();
  const portraits = portrayMatch(match.skills, replaced);
  const once = (found: Found | null): Found => {
    const roleLevelKeys = { before: roleLevelKeysBy(found, plain), after: roleLevelKeysBy(null, plain) };
    const skills = pairSkills(portraits, { before, after }, roleLevelKeys, plain, links, replaced);
    const skillKeys = skillKeysBy(skills, plain);
    const roles = pairRoles(match.roles, skillKeys, plain, links, replaced);
    const levels = rolePairs(match.roles, roles).map((pair) => pairRoleLevels(pair, skillKeys, plain, links, replaced));
    return { skills, roles, levels };
  };
  const { skills, roles, levels } = once(once(null));
  const noRole = { roleBefore: null, roleAfter: null };
  const unpaired = (side: 'gone' | 'fresh') => [
    ...skills[side].map((one) => ({ part: 'skill' as const, roleName: null, ...one })),
    ...roles[side].map((one) => ({ part: 'role' as const, roleName: null, ...one })),
    ...levels.flatMap((pairing) => pairing[side].map((one) => ({ part: 'role-level' as const, roleName: side === 'gone' ? pairing.roleBefore : pairing.roleAfter, ...one }))),
  ];
  return {
    proposals: [
      ...skills.proposals.map((one) => ({ part: 'skill' as const, ...noRole, ...one })),
      ...roles.proposals.map((one) => ({ part: 'role' as const, ...noRole, ...one })),
      ...levels.flatMap(({ proposals, roleBefore, roleAfter }) => proposals.map((one) => ({ part: 'role-level' as const, roleBefore, roleAfter, ...one }))),
    ],
    fresh: unpaired('fresh'),
    gone: unpaired('gone'),
    respelled: [
      ...match.skills.respelled.map((pair) => ({ part: 'skill' as const, ...noRole, before: pair.before.name, after: pair.after.name })),
      ...match.roles.respelled.map((pair) => ({ part: 'role' as const, ...noRole, before: pair.before.name, after: pair.after.name })),
      ...levels.flatMap(({ respelled }) => respelled),
    ].sort((a, b) => compareNames(`${a.part} ${a.before}`, `${b.part} ${b.before}`)),
    replacedWords: replaced,
  };
}

interface Found {
  skills: GroupPairing;
  roles: GroupPairing;
  levels: RoleLevelPairing[];
}

function namesOf(facts: FrameworkFacts): string[] {
  return [...facts.skills.map(({ name }) => name), ...facts.roles.flatMap((role) => [role.name, ...role.roleLevels.map(({ name }) => name)])];
}

/** What a name of the state before is in the new state, by plain key; itself where nothing else was found. */
function movedKeys(pairing: GroupPairing): Map<string, string[]> {
  return new Map(pairing.proposals.flatMap(({ before, after }) => before.map((name) => [plainKey(name), after.map(plainKey)] as const)));
}

function skillKeysBy(pairing: GroupPairing, plain: (name: string) => string): (skillName: string) => readonly string[] {
  const moved = movedKeys(pairing);
  return (skillName) => moved.get(plain(skillName)) ?? [plain(skillName)];
}

function portrayMatch({ absent, fresh, stays }: StateMatch<SkillFacts>, replaced: readonly ReplacedWord[]): SkillPortraits {
  if (absent.length === 0 && fresh.length === 0) return { absent: [], fresh: [], stays: [] };
  const [gone = [], come = [], had = [], has = []] = weighPortraits([
    portraySkills(absent, replaced),
    portraySkills(fresh, []),
    portraySkills(stays.map(({ before }) => before), replaced),
    portraySkills(stays.map(({ after }) => after), []),
  ]);
  return { absent: gone, fresh: come, stays: had.flatMap((before, index) => (has[index] === undefined ? [] : [{ before, after: has[index] }])) };
}

function rolePairs(match: StateMatch<RoleFacts>, pairing: GroupPairing): { before: RoleFacts; after: RoleFacts }[] {
  const moved = pairing.proposals
    .filter(({ kind }) => kind === 'renamed' || kind === 'word-replaced')
    .flatMap((proposal) => {
      const before = match.absent.find(({ name }) => name === proposal.before[0]);
      const after = match.fresh.find(({ name }) => name === proposal.after[0]);
      return before === undefined || after === undefined ? [] : [{ before, after }];
    });
  return [...match.stays, ...moved].sort((a, b) => compareNames(a.after.name, b.after.name));
}

function roleLevelKeysBy(found: Found | null, plain: (name: string) => string): RoleLevelKey {
  const roles = found === null ? new Map<string, string[]>() : movedKeys(found.roles);
  const levels = new Map((found?.levels ?? []).map((pairing) => [plainKey(pairing.roleBefore), movedKeys(pairing)]));
  return (roleName, levelName) => {
    const role = plain(roleName);
    const [roleNow, ...others] = roles.get(role) ?? [role];
    const [level] = levels.get(role)?.get(plain(levelName)) ?? [plain(levelName)];
    return others.length > 0 ? null : `${roleNow}/${level}`;
  };
}
