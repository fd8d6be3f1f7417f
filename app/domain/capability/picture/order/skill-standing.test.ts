import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatrixCell } from '#app/domain/capability/cell.ts';
import type { FlagSubject } from '#app/domain/capability/flag.ts';
import { anyPersonCell } from '#app/domain/capability/picture/__fixtures__/any-picture.ts';
import { skillStanding } from './skill-standing.ts';

function person(name: string, agreedLevel: number | null, expectedLevel: number | null): FlagSubject {
  const gap = agreedLevel === null || expectedLevel === null ? null : agreedLevel - expectedLevel;
  const assessed = gap === null ? 'not-assessed' : gap < 0 ? 'below' : gap > 0 ? 'above' : 'meets';
  const cell: MatrixCell = { skillId: 's', expectedLevel, agreedLevel, selfLevel: null, managerLevel: null, gap, state: expectedLevel === null ? 'not-expected' : assessed, marks: [], agreedOn: null };
  return { id: name, name, teamId: 't', teamName: 'Team', roleLevelId: 'r', leavesOn: null, cells: [cell] };
}

describe('how people stand in one skill', () => {
  it('counts the levels and names who could coach whom: not who is short themself, nor who is no further', () => {
    const people = [person('Ann', 1, 3), person('Bo', 2, 3), person('Cy', 3, 3), person('Di', 2, 1), person('Ed', 4, null), person('Flo', null, 2), person('Gus', 1, 2)];
    const found = skillStanding(people, 's', 4);
    expect(found).toMatchObject({ people: 7, expected: 6, met: 2, short: 3, notAssessed: 1, notObserved: 0, heldBesides: 1, atLevel: [0, 2, 2, 1, 1] });
    const names = ({ shown }: (typeof found.coaching)[number]['learners']) => shown.map(({ name }) => name);
    expect(found.coaching.map(({ agreedLevel, learners, coaches }) => [agreedLevel, names(learners), names(coaches)])).toEqual([
      [1, ['Ann', 'Gus'], ['Ed', 'Cy', 'Di']],
      [2, ['Bo'], ['Ed', 'Cy']],
    ]);
  });

  it('names the first six, and says how many more there are', () => {
    const found = skillStanding([person('Ann', 0, 1), ...Array.from({ length: 8 }, (_, at) => person(`Coach ${at}`, 2, 2))], 's', 4);
    expect(found.coaching[0]).toMatchObject({ learners: { more: 0 }, coaches: { more: 2 } });
    expect(found.coaching[0]!.coaches.shown.map(({ name }) => name)).toEqual(['Coach 0', 'Coach 1', 'Coach 2', 'Coach 3', 'Coach 4', 'Coach 5']);
  });

  it('counts everybody of whom it is expected once', () => {
    fc.assert(
      fc.property(fc.array(anyPersonCell, { maxLength: 20 }), (cells) => {
        const people = cells.map((cell, at) => ({ ...person(`P${at}`, null, null), cells: cell ? [{ ...cell, skillId: 's' }] : [] }));
        const { expected, met, short, notObserved, notAssessed, atLevel } = skillStanding(people, 's', 4);
        expect(met + short + notObserved + notAssessed).toBe(expected);
        expect(atLevel.reduce((sum, count) => sum + count, 0)).toBe(cells.filter((cell) => cell?.agreedLevel !== null && cell !== null).length);
      }),
    );
  });
});
