import type { RoleFacts, SkillFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { plainWords } from '#app/domain/framework/release/likeness/plain-words.ts';
import type { TextPair } from './find-replaced-words.ts';
import { findReplacement } from './find-replacement.ts';
import type { StateMatch } from './match-states.ts';
import { replaceWords } from './replace-words.ts';

/**
 * The texts in which a replacement of words may show: wording of skills and roles that both states have, names of role
 * levels in roles that both have, and names of skills and roles that only one state has where the name differs by a
 * replacement and what is under it is the same once that is made.
 */
export function gatherTextPairs(skills: StateMatch<SkillFacts>, roles: StateMatch<RoleFacts>): TextPair[] {
  return [
    ...skills.stays.flatMap(({ before, after }) => ofSkill(before, after)),
    ...roles.stays.flatMap(({ before, after }) => ofRole(before, after)),
    ...skills.absent.flatMap((before) => skills.fresh.filter((after) => caught(before, after, linesOf)).flatMap((after) => [namePair('skill', before, after), ...ofSkill(before, after)])),
    ...roles.absent.flatMap((before) => roles.fresh.filter((after) => caught(before, after, levelNames)).flatMap((after) => [namePair('role', before, after)])),
  ];
}

function ofSkill(before: SkillFacts, after: SkillFacts): TextPair[] {
  const place = `skill ${nameKey(before.name)}`;
  const levels = before.levels.map((level) => ({
    place,
    isName: false,
    before: level.statements,
    after: after.levels.find((other) => other.ordinal === level.ordinal)?.statements ?? [],
  }));
  return [...levels, { place, isName: false, before: textsOf(before.description), after: textsOf(after.description) }];
}

function ofRole(before: RoleFacts, after: RoleFacts): TextPair[] {
  const place = `role ${nameKey(before.name)}`;
  const descriptions = before.roleLevels.map((level) => ({
    place,
    isName: false,
    before: textsOf(level.description),
    after: textsOf(after.roleLevels.find((other) => nameKey(other.name) === nameKey(level.name))?.description ?? null),
  }));
  return [...descriptions, { place, isName: false, before: textsOf(before.description), after: textsOf(after.description) }, { place, isName: false, before: levelNames(before), after: levelNames(after) }];
}

function namePair(part: 'skill' | 'role', before: { name: string }, after: { name: string }): TextPair {
  return { place: `${part} ${nameKey(before.name)}`, isName: true, before: [before.name], after: [after.name] };
}

function textsOf(text: string | null): string[] {
  return text === null ? [] : text.split('\n').filter((line) => line.trim() !== '');
}

function linesOf(skill: SkillFacts): string[] {
  return skill.levels.flatMap((level) => level.statements);
}

function levelNames(role: RoleFacts): string[] {
  return role.roleLevels.map((level) => level.name);
}

function caught<Thing extends { name: string }>(before: Thing, after: Thing, lines: (thing: Thing) => string[]): boolean {
  const found = findReplacement(plainWords(before.name), plainWords(after.name));
  if (found === null) return false;
  const rule = [{ ...found, places: 0 }];
  const [left, right] = [lines(before), lines(after)];
  if (left.length === 0 || right.length === 0) return true;
  const now = new Set(right.map((line) => plainWords(line).join(' ')));
  const same = left.filter((line) => now.has(replaceWords(plainWords(line), rule).join(' '))).length;
  return same / left.length >= 0.8;
}
