import fc from 'fast-check';
import type { CellFacts } from '#app/domain/capability/cell.ts';
import type { PersonFacts } from '#app/domain/capability/person-facts.ts';
import type { PictureSource } from '#app/domain/capability/picture/views/picture-source.ts';

export const anySkills = ['continuity', 'problem', 'change', 'budgets', 'cloud'].map((id) => ({ id, key: id, name: id }));

const anyLevel = fc.option(fc.integer({ min: 0, max: 4 }));
const anyReading = fc.option(fc.record({ level: anyLevel, assessedOn: fc.constantFrom('2024-03-01', '2025-02-10', '2025-03-01') }));

const anyCell = (skillId: string): fc.Arbitrary<CellFacts> =>
  fc.record({
    skillId: fc.constant(skillId),
    expectedLevel: fc.option(fc.integer({ min: 1, max: 4 })),
    self: anyReading,
    manager: anyReading,
    agreed: anyReading,
    levelUndefined: fc.boolean(),
    needsReview: fc.boolean(),
  });

const roleLevels = [
  { roleId: 'analyst', roleName: 'Analyst', roleLevelId: 'junior', roleLevelName: 'Junior analyst', seniority: 1 },
  { roleId: 'analyst', roleName: 'Analyst', roleLevelId: 'senior', roleLevelName: 'Senior analyst', seniority: 2 },
  { roleId: 'engineer', roleName: 'Engineer', roleLevelId: 'engineer', roleLevelName: 'Engineer', seniority: 1 },
  { roleId: 'gone', roleName: 'Gone', roleLevelId: 'gone', roleLevelName: 'Lamplighter', seniority: 0 },
];

const anyPerson: fc.Arbitrary<PersonFacts> = fc
  .record({
    id: fc.constantFrom(...'abcdefghijkl'),
    team: fc.constantFrom({ teamId: 'desk', teamName: 'Desk' }, { teamId: 'ops', teamName: 'Operations' }),
    roleLevel: fc.constantFrom(...roleLevels),
    leavesOn: fc.option(fc.constant('2027-03-31')),
    skills: fc.subarray(anySkills),
  })
  .chain(({ skills, team, roleLevel, id, leavesOn }) =>
    fc.tuple(...skills.map((skill) => anyCell(skill.id))).map((cells) => ({ id, name: `Name of ${id}`, ...team, ...roleLevel, leavesOn, cells })),
  );

const anyPeople = fc.uniqueArray(anyPerson, { selector: ({ id }) => id, maxLength: 10 });

/** The people of two teams on 2026-06-30, and on 2025-06-30: of the same few ids, so that most are there on both days. */
export const anyComparison: fc.Arbitrary<PictureSource & { earlier: NonNullable<PictureSource['earlier']> }> = fc
  .tuple(anyPeople, anyPeople, fc.subarray(['cloud', 'elsewhere']))
  .map(([people, earlier, ruledSkillIds]) => ({ asOf: '2026-06-30', people, skills: anySkills, reviewPeriodDays: 365, ruledSkillIds, earlier: { asOf: '2025-06-30', people: earlier } }));
