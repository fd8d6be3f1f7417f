import { addObjective } from '#app/services/assessments/objective/add-objective.server.ts';
import { changeObjective } from '#app/services/assessments/objective/change-objective.server.ts';
import { editObjective } from '#app/services/assessments/objective/edit-objective.server.ts';
import { endObjective } from '#app/services/assessments/objective/end-objective.server.ts';
import { lockObjective } from '#app/services/assessments/objective/lock-objective.server.ts';
import { readPersonObjectives } from '#app/services/assessments/objective/read-person-objectives.server.ts';
import { reopenObjective } from '#app/services/assessments/objective/reopen-objective.server.ts';
import { withdrawObjective } from '#app/services/assessments/objective/withdraw-objective.server.ts';
import type { objective } from '#db/schema/index.ts';
import type { Cases, Scene } from './scene.ts';

const aim = { words: 'Planted', targetLevel: 2, dueOn: '2026-12-31' };
const asOf = '2026-06-01';

/** As a caller would hand it over who had come by the row of B. */
const rowOfB = ({ b, objectiveOfB }: Scene) => ({ id: objectiveOfB, personId: b.people.ben, skillId: b.skills.lamps, revision: 1 }) as typeof objective.$inferSelect;

export const objectiveCases: Cases = {
  'assessments/objective/add-objective': [
    ['404', ({ context, b }) => addObjective(context, b.people.ben, b.skills.lamps, aim)],
    ['refused', ({ context, a, b }) => addObjective(context, a.people.ben, b.skills.lamps, aim)],
  ],
  'assessments/objective/edit-objective': [
    ['404', ({ context, a, objectiveOfB }) => editObjective(context, a.people.ben, objectiveOfB, { ...aim, revision: 1 })],
    ['404', ({ context, b, objectiveOfB }) => editObjective(context, b.people.ben, objectiveOfB, { ...aim, revision: 1 })],
  ],
  'assessments/objective/end-objective': [
    ['404', ({ context, a, objectiveOfB }) => endObjective(context, a.people.ben, objectiveOfB, { outcome: 'met', outcomeWords: null, revision: 1 })],
    ['404', ({ context, b, objectiveOfB }) => endObjective(context, b.people.ben, objectiveOfB, { outcome: 'met', outcomeWords: null, revision: 1 })],
  ],
  'assessments/objective/reopen-objective': [
    ['404', ({ context, a, objectiveOfB }) => reopenObjective(context, a.people.ben, objectiveOfB, { revision: 1 })],
    ['404', ({ context, b, objectiveOfB }) => reopenObjective(context, b.people.ben, objectiveOfB, { revision: 1 })],
  ],
  'assessments/objective/withdraw-objective': [
    ['404', ({ context, a, objectiveOfB }) => withdrawObjective(context, a.people.ben, objectiveOfB)],
    ['404', ({ context, b, objectiveOfB }) => withdrawObjective(context, b.people.ben, objectiveOfB)],
  ],
  'assessments/objective/lock-objective': [
    ['404', ({ inA, a, objectiveOfB }) => inA((tx, inside) => lockObjective(tx, inside, a.people.ben, objectiveOfB))],
    ['404', ({ inA, b, objectiveOfB }) => inA((tx, inside) => lockObjective(tx, inside, b.people.ben, objectiveOfB))],
  ],
  'assessments/objective/change-objective': [
    ['nothing', (scene) => scene.inA((tx, inside) => changeObjective(tx, inside, rowOfB(scene), { action: 'objective.edit', values: { words: 'Planted' } }))],
  ],
  'assessments/objective/read-person-objectives': [
    ['nothing', ({ inA, a, b }) => inA((tx, inside) => readPersonObjectives(tx, inside, a.id, { personId: b.people.ben, asOf }))],
    ['hidden', ({ inA, b }) => inA((tx, inside) => readPersonObjectives(tx, inside, b.id, { personId: b.people.ben, asOf }))],
  ],
};
