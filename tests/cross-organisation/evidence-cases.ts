import { addEvidence } from '#app/services/assessments/evidence/add-evidence.server.ts';
import { editEvidence } from '#app/services/assessments/evidence/edit-evidence.server.ts';
import { lockOwnEvidence } from '#app/services/assessments/evidence/lock-own-evidence.server.ts';
import { readEvidencePieces } from '#app/services/assessments/evidence/read-evidence-pieces.server.ts';
import { readEvidence } from '#app/services/assessments/evidence/read-evidence.server.ts';
import { readExpectedSpans } from '#app/services/assessments/read-expected-spans.server.ts';
import { readHistoryEvents } from '#app/services/assessments/read-history-events.server.ts';
import { withdrawEvidence } from '#app/services/assessments/evidence/withdraw-evidence.server.ts';
import { readPlaceOn } from '#app/services/capability/read-place-on.server.ts';
import type { Cases } from './scene.ts';

const words = { summary: 'Planted', situation: null, task: null, action: null, result: null, links: [], happenedOn: null, happenedUntil: null };

export const evidenceCases: Cases = {
  'assessments/read-expected-spans': [
    ['nothing', ({ inA, a, b }) => inA((tx) => readExpectedSpans(tx, a.id, b.people.ben, '2026-06-01'))],
    ['nothing', ({ inA, b }) => inA((tx) => readExpectedSpans(tx, b.id, b.people.ben, '2026-06-01'))],
  ],
  'assessments/read-history-events': [
    ['nothing', ({ inA, a, b }) => inA((tx) => readHistoryEvents(tx, a.id, b.people.ben, '2026-06-01'))],
    ['nothing', ({ inA, b }) => inA((tx) => readHistoryEvents(tx, b.id, b.people.ben, '2026-06-01'))],
  ],
  'capability/read-place-on': [
    ['nothing', ({ inA, a, b }) => inA((tx) => readPlaceOn(tx, a.id, b.people.ben, '2026-06-01'))],
    ['hidden', ({ inA, b }) => inA((tx) => readPlaceOn(tx, b.id, b.people.ben, '2026-06-01'))],
  ],
  'assessments/evidence/add-evidence': [
    ['404', ({ context, b }) => addEvidence(context, b.people.ben, b.skills.lamps, words)],
    ['refused', ({ context, a, b }) => addEvidence(context, a.people.ben, b.skills.lamps, words)],
  ],
  'assessments/evidence/edit-evidence': [
    ['404', ({ context, a, evidenceOfB }) => editEvidence(context, a.people.ben, evidenceOfB, { ...words, revision: 1 })],
    ['404', ({ context, b, evidenceOfB }) => editEvidence(context, b.people.ben, evidenceOfB, { ...words, revision: 1 })],
  ],
  'assessments/evidence/withdraw-evidence': [
    ['404', ({ context, a, evidenceOfB }) => withdrawEvidence(context, a.people.ben, evidenceOfB)],
    ['404', ({ context, b, evidenceOfB }) => withdrawEvidence(context, b.people.ben, evidenceOfB)],
  ],
  'assessments/evidence/lock-own-evidence': [
    ['404', ({ inA, a, evidenceOfB }) => inA((tx, inside) => lockOwnEvidence(tx, inside, a.people.ben, evidenceOfB))],
    ['404', ({ inA, b, evidenceOfB }) => inA((tx, inside) => lockOwnEvidence(tx, inside, b.people.ben, evidenceOfB))],
  ],
  'assessments/evidence/read-evidence': [
    ['404', ({ context, b }) => readEvidence(context, b.people.ben)],
    ['nothing', ({ context, a, b }) => readEvidence(context, a.people.ben, b.skills.lamps)],
  ],
  'assessments/evidence/read-evidence-pieces': [
    ['nothing', ({ inA, a, b }) => inA((tx, inside) => readEvidencePieces(tx, inside, a.id, b.people.ben))],
    ['hidden', ({ inA, b }) => inA((tx, inside) => readEvidencePieces(tx, inside, b.id, b.people.ben))],
  ],
};
