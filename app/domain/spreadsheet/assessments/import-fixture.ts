import type { ColumnUse, ImportMapping } from '#app/domain/spreadsheet/import-words.ts';
import type { AssessmentFacts, ImportablePerson, ImportableSkill } from './assessment-facts.ts';

const scale = ['Awareness', 'Working', 'Practitioner', 'Expert'].map((name, at) => ({ ordinal: at + 1, name }));

function skill(id: string, name: string, undefinedLevels: number[] = []): ImportableSkill {
  return { id, name, versionId: 'first', scale, undefinedLevels: new Set(undefinedLevels) };
}

/** Somebody of the lights, whom the importer may assess. */
export function importable(id: string, name: string, rest: Partial<ImportablePerson> = {}): ImportablePerson {
  return { id, name, email: `${id}@coast.example`, teamId: 'lights', teamName: 'Lights', startsOn: '2025-01-01', leavesOn: null, sources: ['self', 'manager', 'agreed'], isImporter: false, round: null, ...rest };
}

/** Three people and three skills, of which reading charts is undefined at the first step. */
export const coastFacts: AssessmentFacts = {
  today: '2026-06-01',
  people: [importable('ada', 'Ada Lind'), importable('ben', 'Ben Holm'), importable('cyd', 'Cyd Ras')],
  skills: [skill('lamps', 'Lamp keeping'), skill('signals', 'Signalling'), skill('charts', 'Chart reading', [1])],
};

const field = (name: string) => ({ field: name }) as ColumnUse;

/** One sheet with its header in the first row, set up as given. */
export function importFile(shape: 'long' | 'wide', columns: readonly string[], rows: readonly (readonly string[])[], said: Partial<ImportMapping> = {}) {
  const uses = columns.map((name) => (name === 'ignored' ? 'ignored' : coastFacts.skills.some(({ id }) => id === name) ? { skillId: name } : field(name)));
  const mapping: ImportMapping = { sheet: 0, headerRow: 0, shape, columns: uses, dayOrder: 'day-first', names: {}, source: 'manager', assessedOn: '2026-05-01', ...said };
  return { sheets: [{ name: 'Levels', rows: [columns, ...rows] }], mapping };
}
