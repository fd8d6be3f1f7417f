import fc from 'fast-check';
import type { MatrixCell } from '#app/domain/capability/cell.ts';
import { packCells } from '#app/domain/capability/picture/pack-cells.ts';
import type { CountCells, ExpectationCells, Picture, PictureCells } from '#app/domain/capability/picture/picture.ts';

const level = fc.integer({ min: 0, max: 4 });

/** A judged cell of somebody; null where they were not there. */
export const anyPersonCell: fc.Arbitrary<MatrixCell | null> = fc.option(
  fc
    .record({
      expectedLevel: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null, freq: 3 }),
      agreedLevel: fc.option(level, { nil: null, freq: 3 }),
      selfLevel: fc.option(level, { nil: null }),
      notObserved: fc.boolean(),
      marks: fc.subarray(['stale', 'disputed'] as ('stale' | 'disputed')[]),
      agreedOn: fc.constantFrom('2025-01-01', '2026-02-03', '2026-06-30'),
    })
    .map(({ notObserved, agreedOn, ...known }): MatrixCell => {
      const { expectedLevel, agreedLevel } = known;
      const gap = expectedLevel === null || agreedLevel === null ? null : agreedLevel - expectedLevel;
      const assessed = gap === null ? (notObserved ? 'not-observed' : 'not-assessed') : gap < 0 ? 'below' : gap > 0 ? 'above' : 'meets';
      const state = expectedLevel === null ? 'not-expected' : assessed;
      return { ...known, skillId: 'skill', managerLevel: null, gap, state, agreedOn: agreedLevel === null ? null : agreedOn };
    }),
  { nil: null, freq: 20 },
);

const anyCount = fc
  .tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 }), fc.nat({ max: 9 }), fc.option(fc.constantFrom('2025-01-01', '2026-02-03'), { nil: null }), fc.boolean())
  .map(([a, b, c, oldestOn, isSuppressed]) => {
    const [met, assessed, expected] = [a, b, c].sort((one, other) => one - other) as [number, number, number];
    return { expected, assessed, met, atLevel: [0, a, b, c, 0], oldestOn, isSuppressed };
  });

function cellsOfKind(kind: PictureCells['kind'], length: number): fc.Arbitrary<PictureCells> {
  const size = { minLength: length, maxLength: length };
  if (kind === 'person') return fc.array(anyPersonCell, size).map(packCells);
  if (kind === 'expectation') {
    return fc.array(fc.tuple(fc.constantFrom('-', '1', '2', '3', '4'), fc.boolean()), size).map((cells): ExpectationCells => ({
      kind: 'expectation',
      expected: cells.map(([expected]) => expected).join(''),
      undefinedAt: cells.flatMap(([, isUndefined], at) => (isUndefined ? [at] : [])),
    }));
  }
  return fc.array(anyCount, size).map((cells): CountCells => ({
    kind: 'count',
    expected: cells.map(({ expected, isSuppressed }) => (isSuppressed ? 0 : expected)),
    assessed: cells.map(({ assessed, isSuppressed }) => (isSuppressed ? 0 : assessed)),
    met: cells.map(({ met, isSuppressed }) => (isSuppressed ? 0 : met)),
    atLevel: cells.map(({ atLevel, isSuppressed }) => (isSuppressed ? [] : atLevel)),
    oldestOn: cells.map(({ oldestOn, isSuppressed }) => (isSuppressed ? null : oldestOn)),
    suppressed: cells.flatMap(({ isSuppressed }, at) => (isSuppressed ? [at] : [])),
  }));
}

const viewOf = { person: 'people', count: 'teams', expectation: 'expectation' } as const;

/** A small picture of any kind, of up to 6 rows in two groups and 5 columns, of two days. */
export function anyPicture(kinds: readonly PictureCells['kind'][] = ['person', 'count', 'expectation']): fc.Arbitrary<Picture> {
  return fc
    .tuple(fc.constantFrom(...kinds), fc.nat({ max: 6 }), fc.nat({ max: 5 }), fc.infiniteStream(fc.constantFrom('Ann', 'Bo', 'Cy', 'Di')))
    .chain(([kind, rows, columns, names]) =>
      fc.tuple(cellsOfKind(kind, rows * columns), cellsOfKind(kind, rows * columns)).map(
        ([cells, earlier]): Picture => ({
          view: viewOf[kind],
          asOf: '2026-11-22',
          before: '2025-11-22',
          rows: Array.from({ length: rows }, (_, at) => ({ id: `row-${at}`, name: names.next().value as string, note: null, group: at < rows / 2 ? 0 : 1 })),
          groups: [{ id: 'one', name: 'One' }, { id: 'two', name: 'Two' }],
          columns: Array.from({ length: columns }, (_, at) => ({ id: `column-${at}`, name: `Skill ${at}`, group: null })),
          columnGroups: [],
          cells,
          earlier,
          people: rows,
          hidden: { rows: 0, columns: 0 },
          disclosureControlled: false,
        }),
      ),
    );
}
