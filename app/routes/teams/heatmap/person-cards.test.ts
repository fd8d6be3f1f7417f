import { describe, expect, it } from 'vitest';
import type { MatrixCell } from '#app/domain/capability/cell.ts';
import { packCells } from '#app/domain/capability/picture/pack-cells.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { tellFigure } from '#app/charts/heatmap/told/tell-figure.ts';
import { personCards } from './person-cards.ts';

function cell(agreedLevel: number | null, expectedLevel: number | null): MatrixCell {
  const gap = agreedLevel === null || expectedLevel === null ? null : agreedLevel - expectedLevel;
  const state = expectedLevel === null ? 'not-expected' : gap === null ? 'not-assessed' : gap < 0 ? 'below' : gap > 0 ? 'above' : 'meets';
  return { skillId: '', expectedLevel, selfLevel: null, managerLevel: null, agreedLevel, gap, state, marks: [], agreedOn: null };
}

function picture(people: (MatrixCell | null)[][]): Picture {
  const row = (_: unknown, at: number) => ({ id: `p${at}`, name: `Person ${at}`, note: null, group: null });
  return {
    view: 'people', asOf: '2026-06-01', before: null, rows: people.map(row), groups: [], columnGroups: [],
    columns: people[0]!.map((_, at) => ({ id: `s${at}`, name: `Skill ${at}`, group: null })),
    cells: packCells(people.flat()), earlier: null, people: people.length, hidden: { rows: 0, columns: 0 }, disclosureControlled: false,
  };
}

const cards = (shown: Picture) => personCards(tellFigure(shown, { metrics: ['gap'], scales: { versions: [], ofSkill: {} } }));

describe('the cards of people', () => {
  it('put who is most levels short first, and name the worst shortfall of each first', () => {
    const made = cards(picture([
      [cell(3, 3), cell(2, 3), cell(null, 2)],
      [cell(2, 3), cell(1, 4), cell(4, 2)],
      [cell(1, 2), cell(null, null), cell(2, null)],
    ]));
    expect(made.map(({ row, met, short, open }) => [row, met, short, open])).toEqual([[1, 1, 2, 0], [0, 1, 1, 1], [2, 0, 1, 0]]);
    expect(made[0]!.shortfalls).toEqual([[1, 1, 4], [0, 2, 3]]);
  });

  it('count nothing of somebody who was not there', () => {
    expect(cards(picture([[null, null]]))).toEqual([{ row: 0, met: 0, short: 0, open: 0, shortfalls: [] }]);
  });
});
