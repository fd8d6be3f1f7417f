import { addScheme } from '#app/services/assessments/scoring/add-scheme.server.ts';
import { confirmScore } from '#app/services/assessments/scoring/confirm-score.server.ts';
import { editScheme } from '#app/services/assessments/scoring/edit-scheme.server.ts';
import { readScheme } from '#app/services/assessments/scoring/read-scheme.server.ts';
import { readSchemes } from '#app/services/assessments/scoring/read-schemes.server.ts';
import { readScoredSkills } from '#app/services/assessments/scoring/read-scored-skills.server.ts';
import { readScores } from '#app/services/assessments/scoring/read-scores.server.ts';
import type { Cases } from './scene.ts';

const rules = { points: { below: 0, at: 1, above: 2 }, bestOf: null, unassessedAllowed: 0, bands: [] };

export const scoringCases: Cases = {
  'assessments/scoring/add-scheme': [['nothing', ({ context }) => addScheme(context, { name: 'Mine', rules })]],
  'assessments/scoring/confirm-score': [
    ['404', ({ context, a, b }) => confirmScore(context, a.schemeId, a.cycleId, { personId: b.people.ben, seenPoints: 0, band: null, reason: null })],
    ['404', ({ context, a, b }) => confirmScore(context, b.schemeId, a.cycleId, { personId: a.people.ben, seenPoints: 0, band: null, reason: null })],
  ],
  'assessments/scoring/edit-scheme': [['404', ({ context, b }) => editScheme(context, b.schemeId, { isOn: true }, 1)]],
  'assessments/scoring/read-scheme': [['404', ({ context, b }) => readScheme(context, b.schemeId)]],
  'assessments/scoring/read-schemes': [['nothing', ({ context }) => readSchemes(context)]],
  'assessments/scoring/read-scored-skills': [['nothing', ({ context, b }) => context.db.transaction((tx) => readScoredSkills(tx, context.db.organisationId, b.cycleId, [b.people.ben]))]],
  'assessments/scoring/read-scores': [
    ['404', ({ context, a, b }) => readScores(context, a.schemeId, b.cycleId)],
    ['404', ({ context, a, b }) => readScores(context, b.schemeId, a.cycleId)],
  ],
};
