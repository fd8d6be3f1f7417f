import type { SkillFacts } from '#app/domain/framework/framework-facts.ts';

/** A skill of an organisation's own, with the statements of each level. */
export const ownSkill = (name: string, statements: string[][]): SkillFacts => ({
  name,
  description: `${name}, as we do it.`,
  levels: statements.map((lines, index) => ({ ordinal: index + 1, defined: true, statements: lines, wordingSource: 'own', wordingDate: null })),
});
