import type { CellMark, CellState, MatrixCell, MatrixPerson, TeamMatrix } from '#app/domain/capability/cell.ts';

export const sampleScale = [
  { ordinal: 1, name: 'Awareness' },
  { ordinal: 2, name: 'Working' },
  { ordinal: 3, name: 'Practitioner' },
  { ordinal: 4, name: 'Expert' },
];

/** The sample scale as that of every skill. */
export const sampleScales = { versions: [{ name: 'Sample', scale: sampleScale }], ofSkill: {} };

/** A cell with an agreed level, judged by subtraction. */
export function levelCell(agreedLevel: number, expectedLevel: number, ...marks: CellMark[]): MatrixCell {
  const gap = agreedLevel - expectedLevel;
  const state = gap < 0 ? 'below' : gap > 0 ? 'above' : 'meets';
  return { skillId: '', expectedLevel, selfLevel: 1, managerLevel: 3, agreedLevel, gap, state, marks, agreedOn: '2026-05-01' };
}

/** A cell without an agreed level; `expectedLevel` null for one that is not expected. */
export function bareCell(state: CellState, expectedLevel: number | null, ...marks: CellMark[]): MatrixCell {
  return { ...levelCell(0, 0), expectedLevel, agreedLevel: null, gap: null, state, marks, agreedOn: null };
}

/** A level held in a skill that is not expected. */
export function surplusCell(agreedLevel: number): MatrixCell {
  return { ...bareCell('not-expected', null), agreedLevel };
}

function person(id: string, name: string, team: string, cells: MatrixCell[]): MatrixPerson {
  return {
    id,
    name,
    teamId: team.toLowerCase().replaceAll(' ', '-'),
    teamName: team,
    roleName: 'Incident manager',
    roleLevelName: 'Senior incident manager',
    seniority: 2,
    leavesOn: null,
    cells: cells.map((cell, index) => ({ ...cell, skillId: `s${index}` })),
  };
}

export function skills(...names: string[]) {
  return names.map((name, index) => ({ id: `s${index}`, key: `s${index}`, name }));
}

/** Every state and every mark, two teams. */
export const sampleTeam: TeamMatrix = {
  skills: skills(
    'Availability and capacity management',
    'Continuity management',
    'Incident management',
    'Stakeholder relationship management',
    'Testing',
    'User focus',
  ),
  people: [
    person('p1', 'Asha Rao', 'Service desk', [
      levelCell(0, 3), levelCell(2, 3, 'stale'), levelCell(1, 3), levelCell(3, 3), bareCell('not-expected', null), surplusCell(2),
    ]),
    person('p2', 'Owen Featherstonehaugh-Pryce', 'Service desk', [
      levelCell(3, 2), levelCell(4, 2, 'review'), levelCell(4, 1), levelCell(3, 3, 'disputed'), levelCell(2, 2, 'level-undefined'), bareCell('not-observed', 2),
    ]),
    {
      ...person('p3', 'Rhian Bevan', 'Incident and problem', [
        bareCell('not-assessed', 2), bareCell('not-assessed', 1, 'self-only'), bareCell('not-assessed', 4, 'manager-only'),
        levelCell(1, 2, 'stale', 'disputed'), bareCell('not-expected', null), levelCell(2, 2),
      ]),
      leavesOn: '2027-03-31',
    },
  ],
};

export function counts(expected: number, assessed: number, met: number, suppressed = false) {
  return { skillId: '', expected, assessed, met, share: assessed === 0 ? null : met / assessed, suppressed };
}
