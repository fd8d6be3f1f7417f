import type { CellMark, CellState, MatrixCell } from '#app/domain/capability/cell.ts';
import { packCells } from '#app/domain/capability/picture/pack-cells.ts';
import type { CountCells, Picture, PictureCells, PictureMetric } from '#app/domain/capability/picture/picture.ts';

/** What a sample says, and a picture of the one cell that says it. */
export interface LegendSample {
  words: string;
  picture: Picture;
}

/** The day that samples are true for, and days before it. */
const asOf = '2026-11-01';

/** One sample of everything that a metric can show, in reading order. `kind` is that of the picture's cells. */
export function legendSamples(kind: PictureCells['kind'], metric: PictureMetric): LegendSample[] {
  const entries = kind === 'person' ? personSamples(metric) : kind === 'count' ? countSamples(metric) : expectationSamples;
  return entries.map(([words, cells, earlier = null]) => ({ words, picture: pictureOf(cells, earlier) }));
}

type Sample = [words: string, cells: PictureCells, earlier?: PictureCells];

function pictureOf(cells: PictureCells, earlier: PictureCells | null): Picture {
  const row = { id: '', name: '', note: null, group: null };
  return {
    view: 'people', asOf, before: null, rows: [row], groups: [], columns: [{ id: '', name: '', group: null }], columnGroups: [], cells, earlier,
    people: 0, hidden: { rows: 0, columns: 0 }, disclosureControlled: false,
  };
}

type Person = Partial<MatrixCell>;

const packed = (cell: Person | null) => packCells([cell === null ? null : { ...nothing, ...cell }]);
const nothing: MatrixCell = {
  skillId: '', expectedLevel: null, selfLevel: null, managerLevel: null, agreedLevel: null, gap: null, state: 'not-expected', marks: [], agreedOn: null,
};

function levels(agreedLevel: number, expectedLevel: number, ...marks: CellMark[]): Person {
  const gap = agreedLevel - expectedLevel;
  return { expectedLevel, agreedLevel, gap, state: gap < 0 ? 'below' : gap > 0 ? 'above' : 'meets', marks, agreedOn: asOf };
}

const without = (state: CellState, ...marks: CellMark[]): Person => ({ expectedLevel: state === 'not-expected' ? null : 3, state, marks });
const agreedOn = (day: string): Person => ({ ...levels(3, 3), agreedOn: day });
const of = (words: string, cell: Person | null): Sample => [words, packed(cell)];

const gaps = [
  of('three or more below', levels(0, 3)), of('two below', levels(1, 3)), of('one below', levels(2, 3)), of('meets', levels(3, 3)),
  of('one above', levels(3, 2)), of('two above', levels(3, 1)), of('three or more above', levels(4, 1)),
];
const agreed = [0, 1, 2, 3, 4].map((level) => of(level === 0 ? 'agreed: not yet at the first level' : `agreed level ${level}`, levels(level, level)));
const unknown = [
  of('not assessed', without('not-assessed')), of('self-assessed only', without('not-assessed', 'self-only')),
  of('assessed by the manager only', without('not-assessed', 'manager-only')),
];
const notObserved = of('not observed', without('not-observed'));
const notExpected = of('not expected', without('not-expected'));
const absent = of('not here on this day', null);
const marks = [
  of('level not defined by the framework', levels(3, 3, 'level-undefined')), of('stale: older than the review period', levels(3, 3, 'stale')),
  of('to be reviewed: recorded before the wording changed its meaning', levels(3, 3, 'review')), of('disputed by the person', levels(3, 3, 'disputed')),
  of('exempt for now', without('not-observed', 'exempt')),
];
const held = of('held though not expected', { ...levels(2, 2), expectedLevel: null, gap: null, state: 'not-expected' });
const short = of('below what is expected', levels(2, 3));

/** A level or an expectation then and now. */
function moved(words: string, then: Person | null, now: Person | null): Sample {
  return [words, packed(now), packed(then)];
}

function personSamples(metric: PictureMetric): Sample[] {
  switch (metric) {
    case 'agreed':
      return [...agreed, short, of('above what is expected', levels(3, 2)), held, ...unknown, notObserved, notExpected, ...marks, absent];
    case 'complete':
      return [of('agreed', levels(3, 3)), short, held, ...unknown.toReversed(), notObserved, notExpected, ...marks.slice(1), absent];
    case 'age':
      return [
        of('agreed within the last quarter of a year', agreedOn('2026-10-20')), of('within half a year', agreedOn('2026-06-01')), of('within a year', agreedOn('2026-02-01')),
        of('within two years', agreedOn('2025-04-01')), of('longer ago', agreedOn('2023-01-01')),
        of('stale: older than the review period', { ...agreedOn('2025-04-01'), marks: ['stale'] }), of('agreed that it was not observed', { ...without('not-observed'), agreedOn: asOf }),
        short, ...marks.slice(2, 4), of('held though not expected', { ...agreedOn(asOf), expectedLevel: null, gap: null, state: 'not-expected' }), ...unknown, notExpected, absent,
      ];
    case 'voices':
      return [
        ...[-3, -2, -1, 0, 1, 2, 3].map((apart) => of(apartWords(apart), { ...levels(3, 3), ...(apart > 0 ? { selfLevel: apart, agreedLevel: 0 } : { selfLevel: 3 + apart }) })),
        of('self level only', { ...without('not-assessed', 'self-only'), selfLevel: 2 }), of('agreed level only', levels(3, 3)), of('neither', without('not-assessed')), ...marks.slice(1, 4), absent,
      ];
    case 'change':
      return [
        ...[-2, -1, 0, 1, 2].map((by) => moved(by === 0 ? 'as before' : `${by * by === 4 ? 'two' : 'one'} ${by < 0 ? 'down' : 'up'}`, levels(2, 2), levels(2 + by, 2))),
        moved('better, but still below', levels(0, 3), levels(1, 3)), moved('as before, and below', levels(2, 3), levels(2, 3)), moved('agreed since', without('not-assessed'), levels(3, 3)), moved('no longer expected or observed', levels(3, 3), without('not-expected')),
        moved('not assessed on both days', without('not-assessed'), without('not-assessed')), notExpectedThenAndNow, moved('not here on both days', null, levels(3, 3)),
      ];
    case 'people-moved':
      return [
        moved('agreed level fell', levels(3, 3), levels(2, 3)), moved('as before', levels(3, 3), levels(3, 3)), moved('agreed level rose', levels(2, 3), levels(3, 3)),
        moved('as before, and below what is expected', levels(2, 3), levels(2, 3)), moved('agreed since', without('not-assessed'), levels(3, 3)), moved('no longer agreed', levels(3, 3), without('not-assessed')),
        moved('not assessed on both days', without('not-assessed'), without('not-assessed')), notExpectedThenAndNow, moved('not here on both days', null, levels(3, 3)),
      ];
    case 'bar-moved':
      return [
        moved('more is expected', levels(3, 2), levels(3, 3)), moved('as before', levels(3, 3), levels(3, 3)), moved('less is expected', levels(3, 3), levels(3, 2)),
        moved('as before, and below it', levels(2, 3), levels(2, 3)), moved('as before, and not assessed', without('not-assessed'), without('not-assessed')),
        moved('newly expected', without('not-expected'), levels(3, 3)), moved('no longer expected', levels(3, 3), without('not-expected')), notExpectedThenAndNow, moved('not here on both days', null, levels(3, 3)),
      ];
    default:
      return [...gaps, ...unknown, notObserved, ...marks, notExpected, held, absent];
  }
}

const notExpectedThenAndNow = moved('not expected', without('not-expected'), without('not-expected'));

function apartWords(apart: number): string {
  const far = ['', 'one', 'two', 'three or more'][Math.abs(apart)]!;
  return apart === 0 ? 'self as agreed' : `self ${far} ${apart < 0 ? 'below' : 'above'} agreed`;
}

interface Counted {
  expected: number;
  assessed: number;
  met: number;
  held?: number;
  oldest?: string;
  isSuppressed?: boolean;
  between?: number;
}

function counted({ expected, assessed, met, held: people = 0, oldest, isSuppressed = false, between }: Counted): CountCells {
  return {
    kind: 'count', expected: [expected], assessed: [assessed], met: [met], atLevel: [Array.from({ length: 10 }, (_, level) => (level === 9 ? people : 0))],
    oldestOn: [oldest ?? null], suppressed: isSuppressed ? [0] : [], ...(between !== undefined && { metByEarlierBar: [between] }),
  };
}

const count = (words: string, expected: number, assessed: number, met: number, more: Partial<Counted> = {}): Sample => [words, counted({ expected, assessed, met, ...more })];
const nobody = [count('nobody assessed', 8, 0, 0), count('expected of nobody', 0, 0, 0)];
const hidden = count('hidden, so that nobody can be recognised', 0, 0, 0, { isSuppressed: true });
const patchy = count('a third or more not assessed', 12, 8, 8);

/** `between` is how many would meet by the earlier expectations. */
const changed = (words: string, then: number, between: number, now: number): Sample => [words, counted({ expected: 8, assessed: 8, met: now, between }), counted({ expected: 8, assessed: 8, met: then })];

function countSamples(metric: PictureMetric): Sample[] {
  switch (metric) {
    case 'short':
      return [0, 1, 2, 4, 8].map((people) => count(['nobody short', 'one short', 'two or three', 'four to seven', 'eight or more'][[0, 1, 2, 4, 8].indexOf(people)]!, 9, 9, 9 - people)).concat([count('a third or more not assessed', 12, 8, 8), ...nobody, hidden]);
    case 'holders':
      return [
        count('nobody at the level or above', 8, 8, 0), count('one person: it rests on them', 8, 8, 8, { held: 1 }), count('two people', 8, 8, 8, { held: 2 }), count('three or four', 8, 8, 8, { held: 3 }),
        count('five to eight', 8, 8, 8, { held: 5 }), count('nine or more', 8, 8, 8, { held: 9 }), count('expected of nobody and held by nobody', 0, 0, 0), hidden,
      ];
    case 'complete':
      return [count('all assessed', 8, 8, 8), count('fewer than a quarter missing', 8, 7, 7), count('a quarter or more', 8, 6, 6), count('half or more', 8, 4, 4), count('three quarters or more', 8, 2, 2), patchy, ...nobody, hidden];
    case 'age':
      return [
        ...(['2026-10-20', '2026-06-01', '2026-02-01', '2025-04-01', '2023-01-01'] as const).map((oldest, at) =>
          count(['oldest agreed within a quarter of a year', 'within half a year', 'within a year', 'within two years', 'longer ago'][at]!, 8, 8, 8, { oldest }),
        ),
        count('a third or more not assessed', 12, 8, 8, { oldest: '2026-10-20' }), ...nobody, hidden,
      ];
    case 'change':
    case 'people-moved':
    case 'bar-moved':
      return changeOf(metric);
    default:
      return [
        count('fewer than a quarter meet', 8, 8, 1), count('a quarter or more', 8, 8, 3), count('half or more', 8, 8, 5), count('three quarters or more', 8, 8, 7), count('all meet', 8, 8, 8), patchy,
        ...nobody, hidden,
      ];
  }
}

function changeOf(metric: PictureMetric): Sample[] {
  const barMoved = metric === 'bar-moved';
  const step = (words: string, then: number, now: number) => (barMoved ? changed(words, then, then, now) : changed(words, then, now, now));
  const empty = counted({ expected: 0, assessed: 0, met: 0 });
  return [step('three or more fewer meet', 8, 5), step('two fewer', 7, 5), step('one fewer', 6, 5), step('as many as before', 6, 6), step('one more meets', 5, 6), step('two more', 5, 7), step('three or more', 4, 7), step('more meet, but fewer than half', 1, 2), ['expected of nobody', empty, empty], hidden];
}

const expectationSamples: Sample[] = [
  ...[1, 2, 3, 4].map((level): Sample => [`level ${level} expected`, { kind: 'expectation', expected: String(level), undefinedAt: [] }]),
  ['level not defined by the framework', { kind: 'expectation', expected: '2', undefinedAt: [0] }],
  ['not expected', { kind: 'expectation', expected: '-', undefinedAt: [] }],
];
