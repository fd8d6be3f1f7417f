import type { SkillFacts } from '#app/domain/framework/framework-facts.ts';

/** Whether nothing official was ever read of the skill's levels. */
export function isUnofficial({ levels }: SkillFacts): boolean {
  return levels.every(({ wordingSource }) => wordingSource === null || wordingSource === 'ours');
}
