import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTeamMatrix } from '#app/domain/capability/build-team-matrix.ts';
import { judgeCell } from '#app/domain/capability/judge-cell.ts';
import { anyComparison, anySkills } from '#app/domain/capability/picture/__fixtures__/any-source.ts';
import { picturePeople } from './picture-people.ts';
import { pictureVoices } from './picture-voices.ts';
import type { PersonCells, Picture } from '#app/domain/capability/picture/picture.ts';
import { samePeople } from './same-people.ts';
import { unpackCell } from '#app/domain/capability/picture/unpack-cell.ts';

const order = { teamOrder: ['ops', 'desk'] };
const cellAt = ({ columns }: Picture, cells: Picture['cells'], row: number, column: number) => unpackCell(cells as PersonCells, row * columns.length + column, columns[column]!.id);

describe('the picture of people', () => {
  it('says what the matrix says, cell for cell, in the same order', () => {
    fc.assert(
      fc.property(anyComparison, (source) => {
        const picture = picturePeople({ ...source, earlier: null }, order);
        const matrix = buildTeamMatrix(source.people, anySkills, { ...source, ...order, includeUnexpected: true });
        expect(picture.rows.map(({ id }) => id)).toEqual(matrix.people.map(({ id }) => id));
        expect(picture.columns.map(({ id }) => id)).toEqual(matrix.skills.map(({ id }) => id));
        matrix.people.forEach(({ cells }, row) => expect(picture.columns.map((_, column) => cellAt(picture, picture.cells, row, column))).toEqual(cells));
        expect([picture.earlier, picture.before, picture.people]).toEqual([null, null, source.people.length]);
      }),
    );
  });

  it('names the role level and the leaving day beside the person, and groups by team', () => {
    const person = { id: 'a', name: 'Asha', teamId: 'ops', teamName: 'Operations', roleId: 'r', roleName: 'Role', roleLevelId: 'l', roleLevelName: 'Lead', seniority: 2, leavesOn: '2027-03-31', cells: [] };
    const people = [person, { ...person, id: 'b', name: 'Ben', teamId: 'desk', teamName: 'Desk', leavesOn: null, seniority: 0 }];
    const picture = picturePeople({ asOf: '2026-06-30', people, skills: anySkills, reviewPeriodDays: 365, ruledSkillIds: ['cloud'], earlier: null }, order);
    expect(picture.rows).toEqual([
      { id: 'a', name: 'Asha', note: 'Lead, leaves\u00A031\u00A0Mar\u00A02027', group: 0 },
      { id: 'b', name: 'Ben', note: 'Lead (no longer in the framework)', group: 1 },
    ]);
    expect(picture.groups).toEqual([{ id: 'ops', name: 'Operations' }, { id: 'desk', name: 'Desk' }]);
    expect(picture.columns.map(({ id }) => id)).toEqual(['cloud']);
  });

  it('says of two days what each said, and every change of a gap is what people did and what the bar did', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyComparison, (source) => {
        const picture = picturePeople(source, order);
        const { earlierById: then, joined, left } = samePeople(source);
        expect([joined, left]).toEqual([source.people.length - then.size, source.earlier.people.length - then.size]);
        picture.rows.forEach(({ id }, row) =>
          picture.columns.forEach((skill, column) => {
            const [now, before] = [cellAt(picture, picture.cells, row, column)!, cellAt(picture, picture.earlier!, row, column)];
            expect(before === null).toBe(!then.has(id));
            if (before === null) return;
            const facts = then.get(id)!.cells.find(({ skillId }) => skillId === skill.id);
            if (facts) expect(before).toEqual(judgeCell(facts, { asOf: '2025-06-30', reviewPeriodDays: 365 }));
            if (now.gap === null || before.gap === null) return;
            compared += 1;
            const [peopleMoved, barMoved] = [now.agreedLevel! - before.agreedLevel!, before.expectedLevel! - now.expectedLevel!];
            expect(peopleMoved + barMoved).toBe(now.gap - before.gap);
          }),
        );
      }),
    );
    expect(compared).toBeGreaterThan(20);
  });

  it('shows a skill that was expected on the earlier day alone, after those expected now', () => {
    const person = { id: 'a', name: 'Asha', teamId: 'ops', teamName: 'Operations', roleId: 'r', roleName: 'Role', roleLevelId: 'l', roleLevelName: 'Lead', seniority: 2, leavesOn: null };
    const cell = (skillId: string) => ({ skillId, expectedLevel: 2, self: null, manager: null, agreed: null, levelUndefined: false, needsReview: false });
    const source = { asOf: '2026-06-30', skills: anySkills, reviewPeriodDays: 365, ruledSkillIds: [] };
    const [now, then] = [{ ...person, cells: [cell('problem')] }, { ...person, cells: [cell('budgets')] }];
    const columns = (earlier: typeof then | null) => picturePeople({ ...source, people: [now], earlier: earlier && { asOf: '2025-06-30', people: [earlier] } }, order).columns.map(({ id }) => id);
    expect([columns(null), columns(then)]).toEqual([['problem'], ['problem', 'budgets']]);
  });
});

describe('the picture of voices', () => {
  it('shows the people and the skills of which a level is said or agreed, and no others', () => {
    fc.assert(
      fc.property(anyComparison, (source) => {
        const picture = pictureVoices(source, order);
        const isKnown = (row: number, column: number) => {
          const cell = cellAt(picture, picture.cells, row, column)!;
          return cell.selfLevel !== null || cell.agreedLevel !== null;
        };
        const [rows, columns] = [picture.rows.map((_, place) => place), picture.columns.map((_, place) => place)];
        for (const row of rows) expect(columns.some((column) => isKnown(row, column))).toBe(true);
        for (const column of columns) expect(rows.some((row) => isKnown(row, column))).toBe(true);
        const known = source.people.filter(({ cells }) => cells.some(({ self, agreed }) => (self?.level ?? null) !== null || (agreed?.level ?? null) !== null));
        expect(picture.rows.map(({ id }) => id).sort()).toEqual(known.map(({ id }) => id).sort());
        expect([picture.view, picture.earlier]).toEqual(['voices', null]);
      }),
    );
  });
});
