import type { CellMark, CellState, MatrixCell } from '#app/domain/capability/cell.ts';
import { packCells } from '#app/domain/capability/picture/pack-cells.ts';
import { cellMarks, type CountCells, type Picture, type PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { markWords } from '#app/domain/capability/picture/words/filter-words.ts';
import { bareCell, levelCell, sampleTeam } from './sample-matrix.ts';

const column = (name: string, at: number) => ({ id: `s${at}`, name, group: null });
const about = { asOf: '2026-11-21', before: null, columnGroups: [], earlier: null, hidden: { rows: 0, columns: 0 }, disclosureControlled: false };

const [judged, open]: [readonly CellState[], readonly CellState[]] = [['below', 'meets', 'above'], ['not-assessed']];

/** Beside which states a mark can stand. */
const fitting: Record<CellMark, readonly CellState[]> = {
  'self-only': open,
  'manager-only': open,
  stale: [...judged, 'not-observed'],
  review: [...judged, 'not-observed'],
  'level-undefined': [...judged, ...open],
  disputed: [...judged, ...open, 'not-observed'],
  exempt: ['not-observed'],
};

/** Every state, and marks beside some, two teams; the last person was not there. */
export const samplePeople: Picture = {
  ...about,
  view: 'people',
  rows: [
    ...sampleTeam.people.map(({ id, name, teamId }) => ({ id, name, note: id === 'p3' ? 'Senior incident manager, leaves\u00A031\u00A0Mar\u00A02027' : 'Senior incident manager', group: teamId === 'service-desk' ? 0 : 1 })),
    { id: 'p4', name: 'Tom Ash', note: null, group: 1 },
  ],
  groups: [{ id: 'service-desk', name: 'Service desk' }, { id: 'incident', name: 'Incident and problem' }],
  columns: sampleTeam.skills.map(({ name }, at) => column(name, at)),
  cells: packCells([...sampleTeam.people.flatMap(({ cells }) => cells), ...sampleTeam.skills.map(() => null)]),
  people: 4,
};

/** A row a state, a column a mark: every mark beside every state that it can stand beside; the last column has all of these. */
export const sampleMarks: Picture = {
  ...samplePeople,
  rows: ['Short', 'Meets', 'Above', 'Not assessed', 'Not observed'].map((name, at) => ({ id: `m${at}`, name, note: null, group: null })),
  groups: [],
  columns: [...cellMarks.map((mark, at) => column(markWords[mark], at)), column('all of these', cellMarks.length)],
  cells: packCells(
    [levelCell(1, 3), levelCell(2, 2), levelCell(4, 2), bareCell('not-assessed', 3), bareCell('not-observed', 3)].flatMap((cell) => {
      const fits = (mark: CellMark) => fitting[mark].includes(cell.state);
      return [...cellMarks.map((mark) => ({ ...cell, marks: fits(mark) ? [mark] : [] })), { ...cell, marks: cellMarks.filter((mark) => fits(mark) && mark !== 'self-only') }];
    }),
  ),
  people: 5,
};

/** The same people with their skills in two groups, the second of one column only. */
export const sampleGrouped: Picture = {
  ...samplePeople,
  columnGroups: ['Shared by most roles', 'Of fewer roles'],
  columns: samplePeople.columns.map((one, at, { length }) => ({ ...one, group: at === length - 1 ? 1 : 0 })),
};

const said = (selfLevel: number | null, agreedLevel: number | null): MatrixCell => {
  const known = agreedLevel === null ? bareCell('not-assessed', 3, ...(selfLevel === null ? [] : (['self-only'] as const))) : levelCell(agreedLevel, 3);
  return { ...known, selfLevel };
};

export const sampleVoices: Picture = {
  ...samplePeople,
  view: 'voices',
  rows: [{ id: 'p1', name: 'Asha Rao', note: null, group: null }, { id: 'p2', name: 'Owen Featherstonehaugh-Pryce', note: null, group: null }],
  groups: [],
  cells: packCells([said(0, 3), said(1, 3), said(2, 3), said(3, 3), said(3, 2), said(4, 2), said(4, 1), said(2, null), said(null, 2), said(null, null), levelCell(3, 3, 'disputed', 'stale'), null]),
};

/** Levels and expectations that rose, fell and stayed, and what is known on one day only. */
export const sampleChange: Picture = {
  ...samplePeople,
  before: '2025-11-21',
  rows: samplePeople.rows.slice(0, 2).map((row) => ({ ...row, group: null })),
  cells: packCells([
    levelCell(3, 3), levelCell(1, 3), levelCell(2, 3), levelCell(2, 3), levelCell(3, 3), bareCell('not-assessed', 3),
    levelCell(2, 4), levelCell(2, 2), bareCell('not-expected', null), bareCell('not-assessed', 3), null, levelCell(2, 1),
  ]),
  earlier: packCells([
    levelCell(1, 3), levelCell(2, 3), levelCell(2, 3), levelCell(1, 3), bareCell('not-assessed', 3), levelCell(3, 3),
    levelCell(2, 2), levelCell(2, 3), bareCell('not-expected', null), bareCell('not-assessed', 3), levelCell(3, 3), bareCell('not-expected', null),
  ]),
};

type Counts = [expected: number, assessed: number, met: number, held: number, oldestOn: string | null];

function countCells(counts: readonly Counts[], suppressed: number[] = []): CountCells {
  return {
    kind: 'count',
    expected: counts.map((one) => one[0]),
    assessed: counts.map((one) => one[1]),
    met: counts.map((one) => one[2]),
    atLevel: counts.map((one) => [0, 0, 0, one[3], 0]),
    oldestOn: counts.map((one) => one[4]),
    suppressed,
  };
}

/** Every fill and every text of counts. */
export const sampleTeams: Picture = {
  ...about,
  view: 'teams',
  rows: [{ id: 't1', name: 'Service desk', note: '8 people', group: null }, { id: 't2', name: 'Service transition and everything that belongs to it', note: '12 people', group: null }],
  groups: [],
  columns: ['Change management', 'Continuity management', 'Incident management', 'Service focus', 'Testing', 'User focus'].map(column),
  cells: countCells(
    [
      [8, 8, 1, 0, '2026-11-01'], [8, 8, 3, 1, '2026-07-01'], [8, 8, 5, 2, '2026-02-01'], [8, 7, 6, 4, '2025-02-01'], [8, 8, 8, 7, '2022-02-01'], [12, 2, 2, 9, '2026-11-20'],
      [6, 0, 0, 0, null], [6, 4, 1, 1, '2025-12-24'], [6, 4, 4, 4, '2025-12-24'], [0, 0, 0, 0, null], [0, 0, 0, 0, null], [0, 0, 0, 2, null],
    ],
    [10],
  ),
  people: 20,
  disclosureControlled: true,
};

export const sampleTeamsChange: Picture = {
  ...sampleTeams,
  before: '2025-11-21',
  cells: { ...countCells([[8, 8, 1, 0, null], [8, 8, 8, 0, null], [8, 8, 5, 0, null], [8, 8, 6, 0, null], [8, 8, 6, 0, null], [0, 0, 0, 0, null], [8, 8, 5, 0, null], [8, 8, 5, 0, null], [8, 8, 5, 0, null], [8, 0, 0, 0, null], [8, 8, 5, 0, null], [8, 8, 5, 0, null]]), metByEarlierBar: [3, 6, 5, 7, 4, 0, 5, 7, 5, 0, 5, 6] },
  earlier: countCells([[8, 8, 3, 0, null], [8, 8, 4, 0, null], [8, 8, 5, 0, null], [8, 8, 4, 0, null], [8, 8, 7, 0, null], [0, 0, 0, 0, null], [8, 8, 6, 0, null], [8, 8, 4, 0, null], [8, 8, 8, 0, null], [8, 0, 0, 0, null], [0, 0, 0, 0, null], [8, 8, 5, 0, null]], [10]),
};

const ofRoleLevels = {
  view: 'role-levels',
  rows: [{ id: 'l1', name: 'Senior incident manager', note: '8 people', group: 0 }, { id: 'l2', name: 'Problem manager', note: '12 people', group: 1 }],
  groups: [{ id: 'r1', name: 'Incident manager' }, { id: 'r2', name: 'Problem manager' }],
  disclosureControlled: false,
} satisfies Partial<Picture>;

export const sampleRoleLevels: Picture = { ...sampleTeams, ...ofRoleLevels, cells: { ...sampleTeams.cells, suppressed: [] } as CountCells };

export const sampleRounds: Picture = {
  ...sampleTeams,
  view: 'cycles',
  rows: [{ id: 's0', name: 'Change management', note: null, group: null }, { id: 's1', name: 'Continuity management', note: null, group: null }],
  columns: ['Round 2023', 'Round 2024', 'Round 2025', 'Today'].map(column),
  cells: countCells([[8, 8, 1, 0, null], [8, 8, 3, 1, null], [8, 8, 5, 3, null], [8, 8, 8, 5, null], [6, 0, 0, 0, null], [6, 3, 1, 1, null], [0, 0, 0, 0, null], [6, 5, 3, 2, null]]),
  disclosureControlled: false,
};

export const sampleExpectation: Picture = {
  ...about,
  view: 'expectation',
  rows: [{ id: 'l1', name: 'Incident manager', note: '3 people', group: 0 }, { id: 'l2', name: 'Problem manager', note: null, group: 1 }],
  groups: [{ id: 'r1', name: 'Incident manager' }, { id: 'r2', name: 'Problem manager' }],
  columns: ['Change management', 'Continuity management', 'Testing'].map(column),
  cells: { kind: 'expectation', expected: '12-34-', undefinedAt: [4] },
  people: 3,
};

/** Every picture with every metric that it has. */
export const samplePictures: readonly [name: string, picture: Picture, metrics: readonly PictureMetric[]][] = [
  ['people', samplePeople, ['gap', 'agreed', 'complete', 'age']],
  ['people-marks', sampleMarks, ['gap', 'agreed', 'complete', 'age']],
  ['people-grouped', sampleGrouped, ['gap']],
  ['people-side-before', { ...sampleChange, asOf: '2025-11-21', before: null, cells: sampleChange.earlier!, earlier: null }, ['gap']],
  ['people-side-after', { ...sampleChange, before: null, earlier: null }, ['gap']],
  ['people-change', sampleChange, ['change', 'people-moved', 'bar-moved']],
  ['voices', sampleVoices, ['voices']],
  ['teams', sampleTeams, ['met', 'short', 'holders', 'complete', 'age']],
  ['teams-change', sampleTeamsChange, ['change', 'people-moved', 'bar-moved']],
  ['role-levels', sampleRoleLevels, ['met', 'short', 'holders', 'complete', 'age']],
  ['role-levels-change', { ...sampleTeamsChange, ...ofRoleLevels, earlier: { ...sampleTeamsChange.earlier, suppressed: [] } as CountCells }, ['change', 'people-moved', 'bar-moved']],
  ['cycles', sampleRounds, ['met', 'short', 'holders', 'complete']],
  ['expectation', sampleExpectation, ['expected']],
];
