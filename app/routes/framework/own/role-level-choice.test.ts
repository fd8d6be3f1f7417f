import { expect, it } from 'vitest';
import type { RoleLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { roleLevelOptions } from './role-level-choice.ts';

const level = (name: string, seniority: number | null = null): RoleLevelFacts => ({ name, description: null, seniority, grades: null, expectations: [] });
const offered = (...roleLevels: RoleLevelFacts[]) => {
  const role = { familyName: null, name: 'Harbour keeper', description: null, roleType: null, roleLevels };
  return roleLevelOptions({ scale: [], families: [], roles: [role], skills: [] }).flatMap(({ options }) => options.map(({ label }) => label));
};

it('offers role levels from the most junior, as they are stated, or else as their names make likely', () => {
  expect(offered(level('Harbour keeper', 2), level('Apprentice', 3), level('Senior harbour keeper', 1))).toEqual(['Senior harbour keeper', 'Harbour keeper', 'Apprentice']);
  expect(offered(level('Harbour keeper'), level('Head of harbours'), level('Junior harbour keeper'))).toEqual(['Junior harbour keeper', 'Harbour keeper', 'Head of harbours']);
});
