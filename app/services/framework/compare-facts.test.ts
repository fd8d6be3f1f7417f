import { describe, expect, it } from 'vitest';
import { frameworkFacts } from '#tests/helpers/framework-facts.ts';
import { compareFacts } from './compare-facts.server.ts';
import { countChanges } from './count-changes.server.ts';

describe('comparing two states of a framework', () => {
  it('finds no change between equal facts, in whatever order and spelling', () => {
    const other = JSON.parse(JSON.stringify(frameworkFacts()).replaceAll('Pruning', 'pruning')) as ReturnType<typeof frameworkFacts>;
    for (const skill of other.skills) {
      if (skill.name === 'pruning') Object.assign(skill, { ...frameworkFacts().skills[0], name: 'pruning' });
    }
    other.skills.reverse();
    expect(countChanges(compareFacts(frameworkFacts(), other))).toEqual([]);
  });

  it('says what an expectation was and what it becomes', () => {
    const changes = compareFacts(frameworkFacts(2), frameworkFacts(4));
    expect(changes.expectationsChanged).toEqual([
      { roleName: 'Gardener', roleLevelName: 'Gardener', skillName: 'Pruning', before: 2, after: 4 },
    ]);
    expect(countChanges(changes)).toEqual([{ what: 'Expectations', added: 0, changed: 1, removed: 0 }]);
  });

  it('counts everything as added where there was nothing', () => {
    expect(countChanges(compareFacts(null, frameworkFacts()))).toEqual([
      { what: 'Role families', added: 1, changed: 0, removed: 0 },
      { what: 'Roles', added: 1, changed: 0, removed: 0 },
      { what: 'Role levels', added: 2, changed: 0, removed: 0 },
      { what: 'Skills', added: 3, changed: 0, removed: 0 },
      { what: 'Expectations', added: 3, changed: 0, removed: 0 },
      { what: 'Grades of role levels', added: 1, changed: 0, removed: 0 },
      { what: 'Orders of seniority', added: 1, changed: 0, removed: 0 },
      { what: 'Wording of skill levels', added: 12, changed: 0, removed: 0 },
      { what: 'Descriptions', added: 4, changed: 0, removed: 0 },
    ]);
  });

  it('finds what goes, and what changes in grades, order, wording and descriptions', () => {
    const after = frameworkFacts();
    const [gardener, head] = after.roles[0]?.roleLevels ?? [];
    gardener?.expectations.pop();
    Object.assign(gardener ?? {}, { seniority: 2, grades: ['HEO'], description: 'Keeps two gardens.' });
    Object.assign(head ?? {}, { seniority: 1 });
    after.skills.pop();
    Object.assign(after.skills[0]?.levels[0] ?? {}, { statements: ['Cut with care.'] });
    Object.assign(after.skills[1]?.levels[0] ?? {}, { defined: false, statements: [] });
    const changes = compareFacts(frameworkFacts(), after);
    expect(changes.skills).toEqual({ added: [], removed: ['Weeding'] });
    expect(changes.expectationsRemoved.map(({ skillName, before }) => [skillName, before])).toEqual([['Watering', 1]]);
    expect(changes.grades).toEqual([{ roleName: 'Gardener', roleLevelName: 'Gardener', before: ['EO'], after: ['HEO'] }]);
    expect(changes.seniority).toEqual([
      { roleName: 'Gardener', before: ['Gardener', 'Head gardener'], after: ['Head gardener', 'Gardener'] },
    ]);
    expect(changes.wording.map(({ skillName, ordinal }) => [skillName, ordinal])).toEqual([['Pruning', 1], ['Watering', 1]]);
    expect(changes.descriptions).toEqual([{ name: 'Gardener', isNew: false }]);
  });
});
