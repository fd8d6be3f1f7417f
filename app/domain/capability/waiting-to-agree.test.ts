import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellFacts, SourceReading } from './cell.ts';
import { judgeCell } from './judge-cell.ts';
import { waitingToAgree } from './waiting-to-agree.ts';

const said: SourceReading = { level: 2, assessedOn: '2026-05-01' };
const options = { asOf: '2026-06-01', reviewPeriodDays: 365 };
const cell = (facts: Partial<CellFacts>) =>
  judgeCell(
    { skillId: 'change', expectedLevel: 2, self: null, manager: null, agreed: null, levelUndefined: false, needsReview: false, ...facts },
    options,
  );
const person = (name: string, ...cells: ReturnType<typeof cell>[]) => ({ id: name, name, cells });

describe('who waits for a conversation', () => {
  it('is who was judged by themselves or their manager and not agreed, the most skills first, then by name', () => {
    const people = [
      person('Ben', cell({ self: said })),
      person('Asha', cell({ manager: said })),
      person('Cleo', cell({ self: said }), cell({ self: said, manager: said })),
    ];
    expect(waitingToAgree(people)).toEqual([
      { id: 'Cleo', name: 'Cleo', skills: 2 },
      { id: 'Asha', name: 'Asha', skills: 1 },
      { id: 'Ben', name: 'Ben', skills: 1 },
    ]);
  });

  it('is nobody where nothing was said, all is agreed, or the skill is not expected', () => {
    const people = [
      person('Nobody spoke', cell({})),
      person('All agreed', cell({ self: said, agreed: said })),
      person('Agreed as not observed', cell({ self: said, agreed: { level: null, assessedOn: '2026-05-02' } })),
      person('Not expected', cell({ expectedLevel: null, self: said })),
    ];
    expect(waitingToAgree(people)).toEqual([]);
    expect(waitingToAgree([])).toEqual([]);
  });

  it('does not depend on the order in which people are given', () => {
    const people = ['Asha', 'Ben', 'Cleo', 'Dan'].map((name, index) =>
      person(name, ...Array.from({ length: index % 3 }, () => cell({ self: said }))),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(people, { minLength: people.length }), (shuffled) => {
        expect(waitingToAgree(shuffled)).toEqual(waitingToAgree(people));
      }),
    );
  });
});
