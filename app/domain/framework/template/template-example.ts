import type { FrameworkFacts, RoleLevelFacts, SkillFacts } from '#app/domain/framework/framework-facts.ts';

const skill = (name: string, description: string, ...levels: string[][]): SkillFacts => ({
  name,
  description,
  levels: levels.map((statements, index) => ({ ordinal: index + 1, defined: true, statements, wordingSource: 'own', wordingDate: null })),
});

const roleLevel = (name: string, seniority: number, grades: string[], description: string, expected: [string, number][]): RoleLevelFacts => ({
  name,
  seniority,
  grades,
  description,
  expectations: expected.map(([skillName, expectedLevel]) => ({ skillName, expectedLevel })),
});

/** What the template holds when it is downloaded: a framework made up to show how the tables go together. */
export const templateExample: { frameworkName: string; facts: FrameworkFacts } = {
  frameworkName: 'Example framework',
  facts: {
    scale: [
      { ordinal: 1, name: 'Learning' },
      { ordinal: 2, name: 'Doing' },
      { ordinal: 3, name: 'Leading' },
    ],
    families: ['Facilities'],
    roles: [
      {
        familyName: 'Facilities',
        name: 'Building coordinator',
        description: 'Keeps a building open, safe and in order.',
        roleLevels: [
          roleLevel('Assistant building coordinator', 1, ['EO'], 'Looks after one floor and learns the trade.', [
            ['Contractor management', 1],
            ['Fire safety', 2],
          ]),
          roleLevel('Building coordinator', 2, ['HEO', 'SEO'], 'Answers for a whole building.', [
            ['Contractor management', 2],
            ['Fire safety', 3],
          ]),
        ],
      },
    ],
    skills: [
      skill('Contractor management', 'Getting good work from firms that others pay for.', ['read a work order and check it against what was done'], ['agree dates and costs with a firm'], ['choose firms and renew their contracts']),
      skill('Fire safety', 'Keeping people safe from fire.', ['find and follow the evacuation plan'], ['walk a floor and report what blocks the way out', 'run a drill'], ['write the plan of a building and have it tested']),
    ],
  },
};
