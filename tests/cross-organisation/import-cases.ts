import type { ImportMapping } from '#app/domain/spreadsheet/import-words.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { beginBringingIn } from '#app/services/imports/begin-bringing-in.server.ts';
import { bringIn } from '#app/services/imports/bring-in.server.ts';
import { claimImport } from '#app/services/imports/claim-import.server.ts';
import { discardImport } from '#app/services/imports/discard-import.server.ts';
import { emptyImport } from '#app/services/imports/empty-import.server.ts';
import { exportProblems } from '#app/services/imports/export-problems.server.ts';
import { forgetImport } from '#app/services/imports/forget-import.server.ts';
import { holdImports } from '#app/services/imports/hold-imports.server.ts';
import { importFromCommand } from '#app/services/imports/import-from-command.server.ts';
import { importJob } from '#app/services/imports/import-job.server.ts';
import { importKinds } from '#app/services/imports/import-kinds.server.ts';
import { lockImport } from '#app/services/imports/lock-import.server.ts';
import { noteImportProgress } from '#app/services/imports/note-import-progress.server.ts';
import { readImport } from '#app/services/imports/read-import.server.ts';
import { readImporter } from '#app/services/imports/read-importer.server.ts';
import { readImports } from '#app/services/imports/read-imports.server.ts';
import { readOwnImport } from '#app/services/imports/read-own-import.server.ts';
import { readUploadedImport } from '#app/services/imports/read-uploaded-import.server.ts';
import { reopenImport } from '#app/services/imports/reopen-import.server.ts';
import { requireImporter } from '#app/services/imports/require-importer.server.ts';
import { saveMapping } from '#app/services/imports/save-mapping.server.ts';
import { settleImport } from '#app/services/imports/settle-import.server.ts';
import { startImport } from '#app/services/imports/start-import.server.ts';
import { tendImports } from '#app/services/imports/tend-imports.server.ts';
import { withSignsOfLife } from '#app/services/imports/with-signs-of-life.server.ts';
import { applyPeopleImport } from '#app/services/people/import/apply-people-import.server.ts';
import { readPeopleKnown } from '#app/services/people/import/read-people-known.server.ts';
import { readPeoplePlan } from '#app/services/people/import/read-people-plan.server.ts';
import { writeAddedPeople } from '#app/services/people/import/write-added-people.server.ts';
import { writeChangedPeople } from '#app/services/people/import/write-changed-people.server.ts';
import { spreadsheetImport } from '#db/schema/index.ts';
import type { Cases, Scene } from './scene.ts';

const now = new Date('2026-06-01T09:00:00Z');
const mapping: ImportMapping = { sheet: 0, headerRow: 0, shape: 'people', columns: [{ field: 'name' }, { field: 'email' }, { field: 'team' }, { field: 'role-level' }], dayOrder: 'day-first', names: {}, source: 'manager', assessedOn: null };
const input = { sheet: 0, headerRow: 1, shape: 'people' as const, dayOrder: 'day-first' as const, columns: [], source: 'manager' as const, assessedOn: null, names: [], accepted: [] };

/** The id of an import that B waits for; made when it is first asked for, before anything is tried on it. */
const importOf = ({ b }: Scene) => b.jobDescriptionId;
/** Rows of A that name what is B's, by decision. */
const rowsOf = ({ b }: Scene) => ({
  sheets: [{ name: 'People', rows: [['Name', 'E-mail', 'Team', 'Role level'], ['Stray', `ben@${b.canary}.example`, 'Somewhere', 'Something']] }],
  mapping: { ...mapping, names: { team: { somewhere: b.teams.lights }, 'role-level': { something: b.roleLevels.crew } } },
});

/** Imports: what stands between an id of B and its file, rows and people. */
export const importCases: Cases = {
  'imports/begin-bringing-in': [['404', (scene) => beginBringingIn(scene.context, importOf(scene), 0)]],
  'imports/bring-in': [['nothing', (scene) => bringIn(scene.context.db, importOf(scene))]],
  'imports/claim-import': [['nothing', (scene) => scene.inA((tx) => claimImport(tx, scene.a.id, importOf(scene), { state: 'reading', now }))]],
  'imports/discard-import': [['404', (scene) => discardImport(scene.context, importOf(scene))]],
  'imports/empty-import': [['nothing', (scene) => scene.inA((tx) => emptyImport(tx, scene.a.id, importOf(scene), 'Stray'))]],
  'imports/export-problems': [['404', (scene) => exportProblems(scene.context, importOf(scene), 'csv')]],
  'imports/forget-import': [['nothing', (scene) => forgetImport(scene.context.db, importOf(scene), now)]],
  'imports/hold-imports': [['nothing', ({ inA, b }) => inA((tx) => holdImports(tx, b.id))]],
  'imports/import-from-command': [['nothing', (scene) => importFromCommand(scene.context, { name: 'x.csv', bytes: new TextEncoder().encode('Name,Team\nStray,Nowhere') }, { isDryRun: true })]],
  'imports/import-job': [['nothing', async () => importJob().name]],
  'imports/import-kinds': [['nothing', (scene) => importKinds.people.plan(scene.context, { sheets: [], mapping })]],
  'imports/lock-import': [['404', (scene) => scene.inA((tx, inside) => lockImport(tx, inside, importOf(scene)))]],
  'imports/note-import-progress': [['nothing', (scene) => scene.inA((tx) => noteImportProgress(tx, scene.a.id, importOf(scene), { stepsDone: 1, steps: 2, now }))]],
  'imports/read-import': [['404', (scene) => readImport(scene.context, importOf(scene))]],
  'imports/read-importer': [['nothing', ({ context, b }) => readImporter(context.db, { importerUserId: b.users.head }, now)]],
  'imports/read-imports': [['nothing', ({ context }) => readImports(context)]],
  'imports/read-own-import': [['404', (scene) => readOwnImport(scene.context, importOf(scene))]],
  'imports/read-uploaded-import': [['nothing', (scene) => readUploadedImport(scene.context.db, importOf(scene))]],
  'imports/reopen-import': [['nothing', (scene) => scene.inA((tx) => reopenImport(tx, scene.a.id, importOf(scene), { reason: 'Stray', now }))]],
  'imports/require-importer': [['nothing', async ({ context }) => requireImporter(context)]],
  'imports/save-mapping': [['404', (scene) => saveMapping(scene.context, importOf(scene), 0, input)]],
  'imports/settle-import': [['nothing', (scene) => settleImport(scene.context.db, importOf(scene), { reading: { ok: false, message: 'Stray' }, skills: [], now })]],
  'imports/start-import': [
    ['nothing', ({ context }) => startImport(context, { name: 'x.csv', bytes: new TextEncoder().encode('Name') }, 'people')],
    ['denied', ({ inA, b }) => inA((tx) => tx.insert(spreadsheetImport).values({ organisationId: b.id, id: b.id, kind: 'people', fileName: 'x.csv', format: 'csv', state: 'reading', importerName: 'Stray', createdAt: now }))],
  ],
  // It tends every organisation's own: nothing of B waits.
  'imports/tend-imports': [['nothing', () => tendImports(runtime())]],
  'imports/with-signs-of-life': [['nothing', (scene) => withSignsOfLife(scene.context.db, importOf(scene), async (onStep) => onStep(1, 2))]],
  'people/import/apply-people-import': [['nothing', (scene) => scene.inA(async (tx, inside) => (await applyPeopleImport(tx, inside, rowsOf(scene), () => undefined)).counts.refused)]],
  'people/import/read-people-known': [['nothing', ({ inA }) => inA((_, inside) => readPeopleKnown(inside))]],
  'people/import/read-people-plan': [['nothing', (scene) => scene.inA(async (_, inside) => (await readPeoplePlan(inside, rowsOf(scene))).plan.summary)]],
  'people/import/write-added-people': [
    ['denied', ({ inA, b }) => inA((tx, inside) => writeAddedPeople(tx, inside, [{ kind: 'add', name: 'Stray', email: null, grade: null, startsOn: '2026-01-01', leavesOn: null, teamId: b.teams.lights, roleLevelId: b.roleLevels.crew }]))],
  ],
  'people/import/write-changed-people': [
    [
      'nothing',
      ({ inA, b }) =>
        inA((tx, inside) =>
          writeChangedPeople(tx, inside, [
            { kind: 'change', personId: b.people.ben, facts: { name: 'Stolen', email: null, grade: null, startsOn: '2026-01-01', leavesOn: null }, fields: ['name'], firstPlacementId: null, move: null, teamId: b.teams.lights },
          ]),
        ),
    ],
  ],
};
