import type { CellMark, CellState, MatrixCell, ServiceCell } from '#app/domain/capability/cell.ts';

type PersonSample = Omit<MatrixCell, 'skillId'>;

/** One sample of everything a people heatmap can show, in reading order. */
export const personLegendEntries: readonly { words: string; cell: PersonSample }[] = [
  { words: 'three or more below', cell: levels(0, 3) },
  { words: 'two below', cell: levels(1, 3) },
  { words: 'one below', cell: levels(2, 3) },
  { words: 'meets', cell: levels(3, 3) },
  { words: 'one above', cell: levels(3, 2) },
  { words: 'two above', cell: levels(3, 1) },
  { words: 'three or more above', cell: levels(4, 1) },
  { words: 'not assessed', cell: without('not-assessed', []) },
  { words: 'self-assessed only', cell: without('not-assessed', ['self-only']) },
  { words: 'assessed by the manager only', cell: without('not-assessed', ['manager-only']) },
  { words: 'not observed', cell: without('not-observed', []) },
  { words: 'level not defined by the framework', cell: levels(3, 3, ['level-undefined']) },
  { words: 'stale: older than the review period', cell: levels(3, 3, ['stale']) },
  { words: 'to be reviewed: recorded before the wording changed its meaning', cell: levels(3, 3, ['review']) },
  { words: 'disputed by the person', cell: levels(3, 3, ['disputed']) },
  { words: 'not expected', cell: { ...without('not-expected', []), expectedLevel: null } },
  { words: 'held though not expected', cell: { ...levels(2, 2), expectedLevel: null, gap: null, state: 'not-expected' } },
];

/** One sample of everything a service heatmap can show, in reading order. */
export const serviceLegendEntries: readonly { words: string; cell: Omit<ServiceCell, 'skillId'> }[] = [
  { words: 'fewer than a quarter meet', cell: counts(8, 8, 1) },
  { words: 'a quarter or more', cell: counts(8, 8, 3) },
  { words: 'half or more', cell: counts(8, 8, 5) },
  { words: 'three quarters or more', cell: counts(8, 8, 7) },
  { words: 'all meet', cell: counts(8, 8, 8) },
  { words: 'a third or more not assessed', cell: counts(12, 8, 8) },
  { words: 'nobody assessed', cell: counts(8, 0, 0) },
  { words: 'expected of nobody', cell: counts(0, 0, 0) },
  { words: 'hidden, so that nobody can be recognised', cell: { ...counts(3, 3, 1), suppressed: true } },
];

function levels(agreedLevel: number, expectedLevel: number, marks: CellMark[] = []): PersonSample {
  const gap = agreedLevel - expectedLevel;
  const state = gap < 0 ? 'below' : gap > 0 ? 'above' : 'meets';
  return { expectedLevel, selfLevel: null, managerLevel: null, agreedLevel, gap, state, marks, agreedOn: null };
}

function without(state: CellState, marks: CellMark[]): PersonSample {
  return { ...levels(0, 3), agreedLevel: null, gap: null, state, marks };
}

function counts(expected: number, assessed: number, met: number): Omit<ServiceCell, 'skillId'> {
  return { expected, assessed, met, share: assessed === 0 ? null : met / assessed, suppressed: false };
}
