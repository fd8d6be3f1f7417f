import type { FrameworkFacts, SkillFacts } from '#app/domain/framework/framework-facts.ts';
import type { Catalogue } from './catalogue-format.ts';
import catalogueFile from './catalogue.json' with { type: 'json' };
import summariesFile from './it-operations-summaries.json' with { type: 'json' };

export interface BundledFramework {
  /** The release that the names and numbers are of. */
  label: string;
  facts: FrameworkFacts;
}

interface Summaries {
  skills: { name: string; description: string; levels: Record<string, string[]> }[];
}

// The shape of the files is kept by the tests beside them.
const summaries = summariesFile as unknown as Summaries;

/**
 * The catalogue that comes with the product: every family, role, role level, skill and expectation of
 * the official download, without its wording; and, for the skills of IT operations, summaries of our
 * own, marked as ours.
 */
export function loadCatalogue(): BundledFramework {
  const { label, scale, families, skills } = catalogueFile as unknown as Catalogue;
  const facts: FrameworkFacts = {
    scale: scale.map((name, index) => ({ ordinal: index + 1, name })),
    families: families.map(({ name }) => name),
    roles: families.flatMap((family) =>
      family.roles.map(({ name, roleType, skillsWithoutLevel, roleLevels }) => ({
        familyName: family.name,
        name,
        description: null,
        roleType: roleType ?? null,
        skillsWithoutLevel: skillsWithoutLevel ?? [],
        roleLevels: roleLevels.map((level) => ({
          name: level.name,
          description: null,
          seniority: level.seniority ?? null,
          grades: level.grades ?? null,
          expectations: Object.entries(level.expects).map(([skillName, expectedLevel]) => ({ skillName, expectedLevel })),
        })),
      })),
    ),
    skills: skills.map((skill) => skillOf(skill, scale.length)),
  };
  return { label, facts };
}

function skillOf(skill: Catalogue['skills'][number], steps: number): SkillFacts {
  const summary = summaries.skills.find(({ name }) => name === skill.name);
  const ordinals = skill.unworded ? [] : Array.from({ length: steps }, (_, index) => index + 1);
  return {
    name: skill.name,
    description: summary?.description ?? null,
    levels: ordinals.map((ordinal) => {
      const statements = summary?.levels[ordinal] ?? [];
      return {
        ordinal,
        defined: !skill.undefined?.includes(ordinal),
        statements,
        wordingSource: statements.length > 0 ? 'ours' : null,
        wordingDate: null,
      };
    }),
  };
}
