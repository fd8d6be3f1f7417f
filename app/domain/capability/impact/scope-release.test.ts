import { describe, expect, it } from 'vitest';
import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import type { ReleaseItem } from '#app/domain/framework/release/release-item.ts';
import { changeOfItem } from './change-of-item.ts';
import { followRules } from './follow-rules.ts';
import { scopeRelease } from './scope-release.ts';

/** Facts of one role "Keeper" from what its levels expect. */
function factsOf(levels: Record<string, Record<string, number>>, skills: readonly string[]): FrameworkFacts {
  const roleLevels = Object.entries(levels).map(([name, expects]) => ({
    name, description: null, seniority: null, grades: null,
    expectations: Object.entries(expects).map(([skillName, expectedLevel]) => ({ skillName, expectedLevel })),
  }));
  return { scale: [], families: [], roles: [{ familyName: null, name: 'Keeper', description: null, roleLevels }], skills: skills.map((name) => ({ name, description: null, levels: [] })) };
}

const nobody = { skills: new Map(), roles: new Map(), roleLevels: new Map() };
const ids = {
  skills: new Map([['lamps', 'L'], ['ropes', 'R'], ['boats', 'B']]),
  roles: new Map([['keeper', 'K']]),
  roleLevels: new Map([['K', new Map([['junior', 'J'], ['senior', 'S']])]]),
};
const before = { facts: factsOf({ Junior: { Lamps: 1, Ropes: 1 }, Senior: { Lamps: 3, Boats: 2 } }, ['Lamps', 'Ropes', 'Boats']), ids };
const item = (changes: Partial<ReleaseItem>): ReleaseItem => ({
  key: 'k', kind: 'renamed', part: 'skill', before: [], after: [], roleName: null, detail: {}, choices: [], proposal: null, asks: false, confidence: null, evidence: [],
  reach: { skillNames: [], roleLevels: [] }, ...changes,
});

describe('a release by ids', () => {
  it('takes a confirmed new name for who had the old one, and any other new name for somebody new', () => {
    const after = factsOf({ Junior: { Lanterns: 2, Ropes: 1 }, Chief: { Lanterns: 4 } }, ['Lanterns', 'Ropes', 'Stars']);
    const moves = { renamed: [{ part: 'skill' as const, roleName: null, from: 'Lamps', to: 'Lanterns' }, { part: 'role-level' as const, roleName: 'Keeper', from: 'Senior', to: 'Chief' }], succeeded: [] };
    const { scope } = scopeRelease({ before, dormant: nobody, after, moves, meaningChanged: ['Lanterns'] });
    expect(scope.barAfter).toEqual(new Map([['J', new Map([['L', 2], ['R', 1]])], ['S', new Map([['L', 4]])]]));
    expect([...scope.skillsAfter]).toEqual([['L', 'Lanterns'], ['R', 'Ropes'], ['new:stars', 'Stars']]);
    expect([...scope.meaningChanged]).toEqual(['L']);
  });

  it('lets two names change places, and somebody who was gone come back', () => {
    const after = factsOf({ Junior: { Lamps: 1, Stars: 1 } }, ['Lamps', 'Ropes', 'Stars']);
    const swap = [['Lamps', 'Ropes'], ['Ropes', 'Lamps']].map(([from, to]) => ({ part: 'skill' as const, roleName: null, from: from!, to: to! }));
    const { scope } = scopeRelease({ before, dormant: { ...nobody, skills: new Map([['stars', 'X']]) }, after, moves: { renamed: swap, succeeded: [] }, meaningChanged: [] });
    expect(scope.barAfter.get('J')).toEqual(new Map([['R', 1], ['X', 1]]));
  });
});

describe('what one item does', () => {
  const merged = factsOf({ Junior: { Lamps: 2 }, Senior: { Lamps: 4, Boats: 2 } }, ['Lamps', 'Boats']);
  const succeeded = [{ from: 'Ropes', to: 'Lamps' }];
  const release = scopeRelease({ before, dormant: nobody, after: merged, moves: { renamed: [], succeeded }, meaningChanged: [] });

  it('of a merger is the place of what went in, and not what else moved', () => {
    const change = changeOfItem(item({ kind: 'merged', before: ['Lamps', 'Ropes'], after: ['Lamps'] }), release);
    expect(change.cells).toEqual(new Map([['J', new Set(['L', 'R'])]]));
    expect(change.succeeded).toEqual([{ from: 'R', to: 'L' }]);
    expect([change.gone, change.recordSkills]).toEqual([new Set(['R']), new Set(['L', 'R'])]);
  });

  it('of a moved expectation is that one cell', () => {
    const moved = item({ kind: 'expectation-moved', part: 'role-level', detail: { skillName: 'Lamps' }, reach: { skillNames: ['Lamps'], roleLevels: [{ roleName: 'Keeper', roleLevelName: 'Senior' }] } });
    expect(changeOfItem(moved, release)).toMatchObject({ cells: new Map([['S', new Set(['L'])]]), succeeded: [], recordSkills: new Set(), placedIn: new Set() });
  });

  it('is nothing where it was decided away: what it speaks of is on both sides', () => {
    const same = scopeRelease({ before, dormant: nobody, after: before.facts, moves: { renamed: [], succeeded: [] }, meaningChanged: [] });
    const nothing = { cells: new Map(), succeeded: [], gone: new Set(), recordSkills: new Set(), placedIn: new Set() };
    expect(changeOfItem(item({ kind: 'renamed', before: ['Lamps'], after: ['Lanterns'] }), same)).toMatchObject(nothing);
    expect(changeOfItem(item({ kind: 'gone', part: 'role', before: ['Keeper'], reach: { skillNames: [], roleLevels: [{ roleName: 'Keeper', roleLevelName: 'Junior' }] } }), same)).toMatchObject(nothing);
  });
});

describe('a coverage rule', () => {
  const rule = { id: 'r', teamId: 't', teamName: 't', skillId: 'R', skillName: 'Ropes', minimumLevel: 2, minimumPeople: 1 };
  it('follows its skill through a merger, and stays where it is through a split or where the skill goes on', () => {
    const names = (...skillIds: string[]) => ({ skillsAfter: new Map(skillIds.map((id) => [id, `Skill ${id}`])) });
    expect(followRules([rule], [{ from: 'R', to: 'L' }], names('L'))[0]).toMatchObject({ skillId: 'L', skillName: 'Skill L' });
    expect(followRules([rule], [{ from: 'R', to: 'L' }, { from: 'R', to: 'B' }], names('L', 'B'))[0]).toEqual(rule);
    expect(followRules([rule], [{ from: 'R', to: 'L' }], names('L', 'R'))[0]).toMatchObject({ skillId: 'R', skillName: 'Skill R' });
  });
});
