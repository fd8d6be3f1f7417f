import { describe, expect, it } from 'vitest';
import type { MatrixCell } from '#app/domain/capability/cell.ts';
import { judgeCell } from '#app/domain/capability/judge-cell.ts';
import { packCells } from '#app/domain/capability/picture/pack-cells.ts';
import type { CountCells, Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { cellLook } from './cell-look.ts';
import { samplePeople, sampleTeams } from '#app/charts/heatmap/__fixtures__/sample-pictures.ts';

/** What is left of a look in grey print, in system colours and for whoever does not see colours. */
type Shape = Pick<ReturnType<typeof cellLook>, 'text' | 'border' | 'marks'>;

const reading = (level: number | null) => ({ level, assessedOn: '2026-05-01' });
const [days, none] = [{ asOf: '2026-11-21', reviewPeriodDays: 365 }, null];

/** Every combination of an expectation, of what was agreed and of what else was said. */
const everyCell: MatrixCell[] = [null, 1, 2, 3, 4].flatMap((expectedLevel) =>
  [undefined, null, 0, 1, 2, 3, 4].flatMap((agreedLevel) =>
    [[none, none], [1, none], [none, 2], [1, 2]].flatMap(([self, manager]) =>
      [false, true].map((levelUndefined) =>
        judgeCell(
          {
            skillId: '', expectedLevel, levelUndefined: levelUndefined && typeof agreedLevel === 'number', needsReview: false,
            agreed: agreedLevel === undefined ? null : reading(agreedLevel), self: self === null ? null : reading(self!), manager: manager === null ? null : reading(manager!),
          },
          days,
        ),
      ),
    ),
  ),
);

function pictureOf(now: readonly (MatrixCell | null)[], then: readonly (MatrixCell | null)[] | null = null): Picture {
  const column = samplePeople.columns[0]!;
  const rows = now.map((_, at) => ({ id: `${at}`, name: 'A', note: null, group: null }));
  return { ...samplePeople, rows, columns: [column], cells: packCells(now), earlier: then === null ? null : packCells(then) };
}

function shapes(picture: Picture, metric: PictureMetric): Shape[] {
  return picture.rows.map((_, at) => {
    const { text, border, marks } = cellLook(picture, metric, at, { heldLevel: 3 });
    return { text, border, marks };
  });
}

const isShort = (shape: Shape) => shape.border === 'short' || shape.border === 'short-dashed';

/** The state as a reader tells it who sees no fill. */
function told(metric: PictureMetric, shape: Shape): string {
  const { text, border } = shape;
  if (text === '×') return 'absent';
  if (text === '-' || text === 'S' || text === 'M') return border === 'dashed' ? 'not-assessed' : 'unclear';
  if (text === 'n/o' || text.endsWith('?')) return 'not-observed';
  if (text.includes('·') || text.startsWith('(')) return 'not-expected';
  if (isShort(shape)) return 'below';
  if (metric === 'complete' || metric === 'age') return 'meets or above';
  if (text.endsWith('+')) return 'above';
  const [agreed, expected] = text.split('/').map(Number);
  return Number.isNaN(agreed) || expected === undefined || agreed === expected ? 'meets' : agreed! > expected ? 'above' : 'unclear';
}

describe('a cell without its fill', () => {
  it.each(['gap', 'agreed', 'complete', 'age'] as const)('tells every state of a person by %s', (metric) => {
    const read = shapes(pictureOf([...everyCell, null]), metric).map((shape) => told(metric, shape));
    const joined = metric === 'complete' || metric === 'age';
    const truth = everyCell.map(({ state }) => (joined && (state === 'meets' || state === 'above') ? 'meets or above' : state));
    expect(read).toEqual([...truth, 'absent']);
  });

  it('tells who has said something where nothing is agreed, and every level and gap in figures', () => {
    const [gaps, completes, agreedOnes] = (['gap', 'complete', 'agreed'] as const).map((metric) => shapes(pictureOf(everyCell), metric));
    everyCell.forEach((cell, at) => {
      const [gap, complete, agreed] = [gaps![at], completes![at], agreedOnes![at]];
      if (cell.state === 'not-assessed') expect(complete!.text).toBe(cell.managerLevel !== null ? 'M' : cell.selfLevel !== null ? 'S' : '-');
      if (cell.marks.includes('level-undefined')) expect([gap!.text, agreed!.text].every((text) => /^nd?\/[d·]\+?$/.test(text))).toBe(true);
      else if (cell.agreedLevel !== null) {
        expect(agreed!.text).toMatch(new RegExp(`^\\(?${cell.agreedLevel}[)+]?$`));
        expect(gap!.text).toBe(`${cell.agreedLevel}/${cell.expectedLevel ?? '·'}`);
      }
    });
  });

  it('tells self from agreed, and the direction of every change', () => {
    everyCell.filter(({ selfLevel, managerLevel, marks }) => selfLevel === null && managerLevel === null && marks.length === 0).forEach((then) => {
      const picture = pictureOf(everyCell, everyCell.map(() => then));
      const byMetric = (metric: PictureMetric) => shapes(picture, metric);
      const [changes, people, bars] = [byMetric('change'), byMetric('people-moved'), byMetric('bar-moved')];
      const wrong = everyCell.filter((now, at) => {
        const change = now.gap !== null && then.gap !== null ? Math.sign(now.gap - then.gap) : now.gap !== null ? 'new' : then.gap !== null ? 'gone' : now.state === 'not-expected' ? '·' : '-';
        const isRight =
          (typeof change === 'string' ? changes[at]!.text === change : directionOf(changes[at]!.text) === change) &&
          (now.agreedLevel === null || then.agreedLevel === null || directionOf(people[at]!.text) === Math.sign(now.agreedLevel - then.agreedLevel)) &&
          (now.expectedLevel === null || then.expectedLevel === null || directionOf(bars[at]!.text) === Math.sign(now.expectedLevel - then.expectedLevel));
        return !isRight || [changes[at]!, people[at]!, bars[at]!].some((shape) => isShort(shape) !== (now.state === 'below'));
      });
      expect(wrong).toEqual([]);
    });
    shapes(pictureOf(everyCell), 'voices').forEach(({ text }, at) => {
      const { selfLevel, agreedLevel } = everyCell[at]!;
      if (selfLevel !== null && agreedLevel !== null) expect(directionOf(text)).toBe(Math.sign(selfLevel - agreedLevel));
      else expect(text).toBe(selfLevel === null && agreedLevel === null ? '·' : `${selfLevel ?? '-'}/${agreedLevel ?? '-'}`);
    });
  });

  it.each(['met', 'short', 'holders', 'complete', 'age'] as const)('tells counts by %s in figures, and outlines and dashes as its rule says', (metric) => {
    const cells = sampleTeams.cells as CountCells;
    cells.expected.forEach((expected, at) => {
      const { text, border } = cellLook(sampleTeams, metric, at, { heldLevel: 3 });
      const [assessed, met, held] = [cells.assessed[at]!, cells.met[at]!, cells.atLevel[at]![3]!];
      if (cells.suppressed.includes(at)) return expect([text, border]).toEqual(['[c]', 'none']);
      if (metric === 'holders') return expect([text, border]).toEqual([expected + held === 0 ? '·' : `${held}`, expected > 0 && held < 2 ? 'short' : 'none']);
      if (expected === 0) return expect([text, border]).toEqual(['·', 'none']);
      if (assessed === 0) return expect([text, border]).toEqual(['-', 'dashed']);
      if (metric === 'age') expect(text).toMatch(/^\d+[dmy]$/);
      else expect(text).toBe({ met: `${met}/${assessed}`, short: `${assessed - met}`, complete: `${assessed}/${expected}` }[metric]);
      expect(border.includes('dashed')).toBe((expected - assessed) * 3 >= expected);
      return expect(border.includes('short')).toBe(metric === 'met' ? met * 2 < assessed : metric === 'short' && met < assessed);
    });
  });

  it('would be unclear without the outline: the control', () => {
    const [below, meets] = shapes(pictureOf(everyCell), 'agreed').map((shape) => told('agreed', { ...shape, border: 'none' })).filter((_, at) => everyCell[at]!.state === 'below' || everyCell[at]!.state === 'meets');
    expect(below).toBe(meets);
  });
});

function directionOf(text: string): number {
  if (text === '=') return 0;
  const [before, after] = text.split('›').map(Number);
  return after === undefined ? (text.startsWith('+') ? 1 : -1) : Math.sign(after - before!);
}
