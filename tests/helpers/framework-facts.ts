import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';

/**
 * A small framework in made-up words: two role levels of one role in a family, three skills, the last
 * level of one of them undefined.
 */
export function frameworkFacts(expectedLevel = 2): FrameworkFacts {
  const skill = (name: string, undefinedLevel?: number) => ({
    name,
    description: `What ${name} is about.`,
    levels: [1, 2, 3, 4].map((ordinal) => ({
      ordinal,
      defined: ordinal !== undefinedLevel,
      statements: ordinal === undefinedLevel ? [] : [`Do ${name} at step ${ordinal}.`],
      wordingSource: 'skills-csv' as const,
      wordingDate: null,
    })),
  });
  return {
    scale: ['Awareness', 'Working', 'Practitioner', 'Expert'].map((name, index) => ({ ordinal: index + 1, name })),
    families: ['Gardens'],
    roles: [
      {
        familyName: 'Gardens',
        name: 'Gardener',
        description: null,
        roleLevels: [
          {
            name: 'Gardener',
            description: 'Keeps a garden.',
            seniority: 1,
            grades: ['EO'],
            expectations: [
              { skillName: 'Pruning', expectedLevel },
              { skillName: 'Watering', expectedLevel: 1 },
            ],
          },
          {
            name: 'Head gardener',
            description: null,
            seniority: 2,
            grades: null,
            expectations: [{ skillName: 'Pruning', expectedLevel: 3 }],
          },
        ],
      },
    ],
    skills: [skill('Pruning'), skill('Watering', 4), skill('Weeding')],
  };
}
