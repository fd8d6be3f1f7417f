import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyComparison, anySkills } from '#app/domain/capability/picture/__fixtures__/any-source.ts';
import { compareCounts } from './compare-counts.ts';
import { pictureExpectation } from './picture-expectation.ts';
import { pictureRoleLevels } from './picture-role-levels.ts';
import { pictureTeams } from './picture-teams.ts';
import type { CountCells, Picture } from '#app/domain/capability/picture/picture.ts';
import { samePeople } from './same-people.ts';

const counts = (cells: Picture['cells'] | null) => cells as CountCells;
const skillsOf = ({ columns }: Picture) => columns.map(({ id }) => id);

/** Of each skill the sum over all rows, and the levels that people are at. */
function sums(picture: Picture, cells: CountCells) {
  return Object.fromEntries(
    picture.columns.map(({ id }, column) => {
      const at = picture.rows.map((_, row) => row * picture.columns.length + column);
      const sum = (of: readonly number[]) => at.reduce((total, place) => total + of[place]!, 0);
      const held = at.map((place) => cells.atLevel[place]!);
      return [id, [sum(cells.expected), sum(cells.assessed), sum(cells.met), held.reduce((total, levels) => total.map((people, level) => people + levels[level]!), [0, 0, 0, 0, 0, 0])]];
    }),
  );
}

const teams = [{ id: 'desk', name: 'Desk' }, { id: 'ops', name: 'Operations' }].map((team) => ({ ...team, people: 1 }));

describe('pictures that count people', () => {
  it('come to the same sums by role level as by team, on each of two days', () => {
    fc.assert(
      fc.property(anyComparison, fc.boolean(), (source, isComparison) => {
        const wanted = isComparison ? source : { ...source, earlier: null };
        const byRoleLevel = pictureRoleLevels(wanted);
        const byTeam = pictureTeams({ asOf: source.asOf, teams, skills: anySkills, ...compareCounts(wanted, ({ teamId }) => teamId) });
        expect(skillsOf(byRoleLevel)).toEqual(skillsOf(byTeam));
        expect(sums(byRoleLevel, counts(byRoleLevel.cells))).toEqual(sums(byTeam, counts(byTeam.cells)));
        expect(byRoleLevel.people).toBe(samePeople(wanted).people.length);
        expect(byRoleLevel.earlier === null).toBe(!isComparison);
        if (isComparison) expect(sums(byRoleLevel, counts(byRoleLevel.earlier))).toEqual(sums(byTeam, counts(byTeam.earlier)));
      }),
    );
  });

  it('count of two days the same people, and who would meet the earlier bar with the levels of now', () => {
    let moved = 0;
    fc.assert(
      fc.property(anyComparison, (source) => {
        const picture = pictureRoleLevels(source);
        const { people, earlierById: then } = samePeople(source);
        const [now, before] = [counts(picture.cells), counts(picture.earlier)];
        picture.rows.forEach(({ id: roleLevelId }, row) =>
          picture.columns.forEach(({ id: skillId }, column) => {
            const at = row * picture.columns.length + column;
            const facts = people.filter((person) => person.roleLevelId === roleLevelId).map((person) => {
              const cellOf = (cells: (typeof person)['cells']) => cells.find((cell) => cell.skillId === skillId);
              const [today, earlier] = [cellOf(person.cells), cellOf(then.get(person.id)!.cells)];
              return { bar: today?.expectedLevel ?? 9, level: today?.agreed?.level ?? -1, barThen: earlier?.expectedLevel ?? 9, levelThen: earlier?.agreed?.level ?? -1 };
            });
            expect([now.met[at], now.metByEarlierBar![at], before.met[at]]).toEqual([
              facts.filter(({ level, bar }) => level >= bar).length,
              facts.filter(({ level, barThen }) => level >= barThen).length,
              facts.filter(({ levelThen, barThen }) => levelThen >= barThen).length,
            ]);
            if (now.metByEarlierBar![at] !== now.met[at]) moved += 1;
          }),
        );
      }),
    );
    expect(moved).toBeGreaterThan(20);
  });

  it('stand by role, the most senior first, with how many people', () => {
    const person = (id: string, roleLevelId: string, seniority: number, roleName: string) => ({ id, name: id, teamId: 't', teamName: 'T', roleId: roleName, roleName, roleLevelId, roleLevelName: roleLevelId, seniority, leavesOn: null, cells: [] });
    const people = [person('a', 'Junior', 1, 'Keeper'), person('b', 'Senior', 2, 'Keeper'), person('c', 'Crew', 1, 'Boatman'), person('d', 'Junior', 1, 'Keeper')];
    const { rows, groups } = pictureRoleLevels({ asOf: '2026-06-30', people, skills: anySkills, reviewPeriodDays: 365, ruledSkillIds: [], earlier: null });
    expect(groups.map(({ name }) => name)).toEqual(['Boatman', 'Keeper']);
    expect(rows.map(({ name, note, group }) => [name, note, group])).toEqual([['Crew', '1 person', 0], ['Senior', '1 person', 1], ['Junior', '2 people', 1]]);
  });
});

describe('the picture of expectations', () => {
  it('has the level that each role level is expected to hold, and says which levels are not defined', () => {
    const person = (roleLevelId: string, seniority: number) => ({ roleId: 'keeper', roleName: 'Keeper', roleLevelId, roleLevelName: roleLevelId, seniority });
    const expected = (roleLevelId: string, skillId: string, expectedLevel: number, isUndefined = false) => ({ roleLevelId, skillId, skillName: skillId, expectedLevel, isUndefined });
    const picture = pictureExpectation('2026-06-30', [person('junior', 1), person('senior', 2), person('junior', 1)], [
      expected('junior', 'lamps', 1),
      expected('senior', 'lamps', 3),
      expected('senior', 'charts', 4, true),
      expected('elsewhere', 'boats', 2),
    ]);
    expect([picture.rows.map(({ id }) => id), skillsOf(picture), picture.people]).toEqual([['senior', 'junior'], ['lamps', 'charts'], 3]);
    expect(picture.cells).toEqual({ kind: 'expectation', expected: '341-', undefinedAt: [1] });
  });
});
