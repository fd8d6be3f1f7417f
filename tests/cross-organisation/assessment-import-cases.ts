import { randomUUID } from 'node:crypto';
import type { ImportMapping } from '#app/domain/spreadsheet/import-words.ts';
import { applyAssessmentImport } from '#app/services/assessments/import/apply-assessment-import.server.ts';
import { insertImported } from '#app/services/assessments/import/insert-imported.server.ts';
import { planAssessmentImport } from '#app/services/assessments/import/plan-assessment-import.server.ts';
import { readAssessmentFacts } from '#app/services/assessments/import/read-assessment-facts.server.ts';
import { readAssessmentPlan } from '#app/services/assessments/import/read-assessment-plan.server.ts';
import type { Cases, Scene } from './scene.ts';

/** Two rows that name nobody and nothing, and a mapping that says ids of B for them. */
function fileOfB({ b }: Scene) {
  const names = { person: { somebody: b.people.ben, 'somebody else': b.people.ada }, skill: { something: b.skills.signals } };
  const mapping: ImportMapping = { sheet: 0, headerRow: 0, shape: 'long', columns: [{ field: 'person' }, { field: 'skill' }, { field: 'level' }], dayOrder: 'day-first', names, source: 'manager', assessedOn: '2026-05-01' };
  return { sheets: [{ name: 'Levels', rows: [['Name', 'Skill', 'Level'], ['Somebody', 'Something', '2'], ['Somebody else', 'Something', '3']] }], mapping };
}

/** The same with its skill across. */
function wideFileOfB(scene: Scene) {
  const { sheets, mapping } = fileOfB(scene);
  return { sheets, mapping: { ...mapping, shape: 'wide' as const, columns: [{ field: 'person' as const }, { skillId: scene.b.skills.signals }, 'ignored' as const] } };
}

/** Bringing in spreadsheets of assessments. */
export const assessmentImportCases: Cases = {
  'assessments/import/read-assessment-facts': [['nothing', ({ inA }) => inA((_tx, inside) => readAssessmentFacts(inside))]],
  'assessments/import/plan-assessment-import': [['nothing', (scene) => scene.inA((_tx, inside) => planAssessmentImport(inside, fileOfB(scene)))]],
  'assessments/import/read-assessment-plan': [
    ['nothing', (scene) => scene.inA((_tx, inside) => readAssessmentPlan(inside, fileOfB(scene)))],
    ['nothing', (scene) => scene.inA((_tx, inside) => readAssessmentPlan(inside, wideFileOfB(scene)))],
  ],
  'assessments/import/apply-assessment-import': [
    ['nothing', (scene) => scene.inA((tx) => applyAssessmentImport(tx, scene.context, { ...fileOfB(scene), importId: randomUUID() }, () => undefined))],
    ['nothing', (scene) => scene.inA((tx) => applyAssessmentImport(tx, scene.context, { ...wideFileOfB(scene), importId: randomUUID() }, () => undefined))],
  ],
  'assessments/import/insert-imported': [
    [
      'denied',
      ({ inA, context, a, b }) => {
        const person = { id: b.people.ben, name: 'Ben', email: null, teamId: null, teamName: null, startsOn: '2025-01-01', leavesOn: null, sources: [], isImporter: false, round: null };
        const skill = { id: a.skills.lamps, name: 'Lamps', versionId: a.versionId, scale: [], undefinedLevels: new Set<number>() };
        const said = { source: 'manager' as const, level: 1, assessedOn: '2026-05-01', note: null, undefinedConfirmed: false, cycleId: null, row: 2, column: 'C' };
        return inA((tx) => insertImported(tx, context, randomUUID(), [{ person, skill, ...said }]));
      },
    ],
  ],
};
