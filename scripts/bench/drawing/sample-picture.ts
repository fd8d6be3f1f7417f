import type { MatrixCell } from '#app/domain/capability/cell.ts';
import { packCells } from '#app/domain/capability/picture/pack-cells.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';

const words = ['Availability', 'capacity', 'change', 'continuity', 'incident', 'asset', 'service', 'problem', 'ownership', 'support', 'technical', 'user', 'focus', 'design', 'management', 'testing'];
const names = ['Amara', 'Benedict', 'Catrin', 'Dilys', 'Ewan', 'Fiona', 'Gethin', 'Hana', 'Idris', 'Jasmine', 'Kofi', 'Leila', 'Morag', 'Nadia', 'Oisin', 'Priya'];
const surnames = ['Abbot', 'Baptiste', 'Carrow', 'Dunmore', 'Eastwick', 'Farrant', 'Gilchrist', 'Hollis', 'Iqbal', 'Jessop', 'Kerrigan', 'Lockyer', 'Mbeki'];

const peopleOfTeam = 40;

/** The same cell for the same place, of every state and some with marks. */
function cellAt(at: number): MatrixCell {
  const lot = (Math.imul(at + 1, 2_654_435_761) >>> 8) & 0xffff;
  const expectedLevel = lot % 10 < 6 ? 1 + (lot % 4) : null;
  const agreedLevel = lot % 13 === 0 ? null : Math.max(0, Math.min(4, (expectedLevel ?? 2) + ([-2, -1, 0, 0, 0, 1][lot % 6] ?? 0)));
  const gap = agreedLevel === null || expectedLevel === null ? null : agreedLevel - expectedLevel;
  const state = expectedLevel === null ? 'not-expected' : gap === null ? 'not-assessed' : gap < 0 ? 'below' : gap === 0 ? 'meets' : 'above';
  const marks: MatrixCell['marks'] = lot % 29 === 0 ? ['stale'] : agreedLevel === null && lot % 2 === 0 ? ['self-only'] : [];
  const selfLevel = marks.includes('self-only') ? 2 : null;
  const agreedOn = agreedLevel === null ? null : `202${3 + (lot % 3)}-0${1 + (lot % 9)}-1${lot % 10}`;
  return { skillId: 'skill', expectedLevel, selfLevel, managerLevel: null, agreedLevel, gap, state, marks, agreedOn };
}

/** The names of its levels. */
export const sampleScales: SkillScales = {
  versions: [{ name: 'Sample, First', scale: ['Awareness', 'Working', 'Practitioner', 'Expert'].map((name, at) => ({ ordinal: at + 1, name })) }],
  ofSkill: {},
};

/** A picture of made-up people x skills, the same for the same numbers. */
export function samplePicture(rows: number, columns: number): Picture {
  const pick = (from: readonly string[], at: number) => from[at % from.length]!;
  const groups = Array.from({ length: Math.ceil(rows / peopleOfTeam) }, (_, at) => ({ id: `team-${at}`, name: `Team ${at + 1}` }));
  return {
    view: 'people',
    asOf: '2026-06-01',
    before: null,
    rows: Array.from({ length: rows }, (_, at) => ({
      id: `person-${at}`,
      name: `${pick(names, at)} ${pick(surnames, Math.floor(at / names.length))}`,
      note: `Role level ${1 + (at % 5)}`,
      group: Math.floor(at / peopleOfTeam),
    })),
    groups,
    columns: Array.from({ length: columns }, (_, at) => ({ id: `skill-${at}`, name: `${pick(words, at)} ${pick(words, at * 5 + 3)}`, group: null })),
    columnGroups: [],
    cells: packCells(Array.from({ length: rows * columns }, (_, at) => cellAt(at))),
    earlier: null,
    people: rows,
    hidden: { rows: 0, columns: 0 },
    disclosureControlled: false,
  };
}
