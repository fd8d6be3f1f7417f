import { compareNames } from './compare-names.ts';
import type { RoleLevelFacts } from './framework-facts.ts';

/** What words in the name of a role level say about its rank among equals; a name without any of them is 4. */
const rankWords: readonly [RegExp, number][] = [
  [/\b(?:apprentice|trainee)\b/i, 1],
  [/\b(?:junior|assistant)\b/i, 2],
  [/\bassociate\b/i, 3],
  [/\bchief\b/i, 10],
  [/\b(?:head of|head)\b/i, 9],
  [/\b(?:deputy director|director)\b/i, 9],
  [/\bprincipal\b/i, 8],
  [/\blead\b/i, 7],
  [/\b(?:senior|major)\b/i, 6],
  [/\bmanager\b/i, 5],
];

/**
 * Puts the role levels of one role in a likely order and numbers them from 1, the most junior, for documents that state
 * no order. Rule: the smaller sum of expected levels is the more junior; among equal sums the words of the names decide
 * (trainee, junior, associate, none, manager, senior, lead, principal, head, chief), then the alphabet.
 */
export function inferSeniority(roleLevels: readonly RoleLevelFacts[]): RoleLevelFacts[] {
  return [...roleLevels].sort(compareLikely).map((roleLevel, index) => ({ ...roleLevel, seniority: index + 1 }));
}

function compareLikely(left: RoleLevelFacts, right: RoleLevelFacts): number {
  return sumOf(left) - sumOf(right) || rankOf(left.name) - rankOf(right.name) || compareNames(left.name, right.name);
}

function sumOf(roleLevel: RoleLevelFacts): number {
  return roleLevel.expectations.reduce((sum, expectation) => sum + expectation.expectedLevel, 0);
}

function rankOf(name: string): number {
  return rankWords.find(([word]) => word.test(name))?.[1] ?? 4;
}
