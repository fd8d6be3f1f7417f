import { runtime } from '#app/platform/runtime.server.ts';
import { addCycle } from '#app/services/assessments/cycle/add-cycle.server.ts';
import { closeCycle } from '#app/services/assessments/cycle/close-cycle.server.ts';
import { deleteCycle } from '#app/services/assessments/cycle/delete-cycle.server.ts';
import { editCycle } from '#app/services/assessments/cycle/edit-cycle.server.ts';
import { exemptParticipant } from '#app/services/assessments/cycle/exempt-participant.server.ts';
import { holdRounds } from '#app/services/assessments/cycle/hold-rounds.server.ts';
import { joinNewcomers } from '#app/services/assessments/cycle/join-newcomers.server.ts';
import { joinRound } from '#app/services/assessments/cycle/join-round.server.ts';
import { markAgreed } from '#app/services/assessments/cycle/mark-agreed.server.ts';
import { openCycle } from '#app/services/assessments/cycle/open-cycle.server.ts';
import { readClosing } from '#app/services/assessments/cycle/read-closing.server.ts';
import { readCycleForm } from '#app/services/assessments/cycle/read-cycle-form.server.ts';
import { type CycleRow, readCycleRecord } from '#app/services/assessments/cycle/read-cycle-record.server.ts';
import { readCycle } from '#app/services/assessments/cycle/read-cycle.server.ts';
import { readCycles } from '#app/services/assessments/cycle/read-cycles.server.ts';
import { readGrantHolders } from '#app/services/assessments/cycle/read-grant-holders.server.ts';
import { readOpenRound } from '#app/services/assessments/cycle/read-open-round.server.ts';
import { readOpening } from '#app/services/assessments/cycle/read-opening.server.ts';
import { readOwnRounds } from '#app/services/assessments/cycle/read-own-rounds.server.ts';
import { readRoundPeople } from '#app/services/assessments/cycle/read-round-people.server.ts';
import { noteReminder } from '#app/services/assessments/cycle/note-reminder.server.ts';
import { remindRound } from '#app/services/assessments/cycle/remind-round.server.ts';
import { revealOverdue } from '#app/services/assessments/cycle/reveal-overdue.server.ts';
import { roundContext } from '#app/services/assessments/cycle/round-context.server.ts';
import { roundJob } from '#app/services/assessments/cycle/round-job.server.ts';
import { tendRounds } from '#app/services/assessments/cycle/tend-rounds.server.ts';
import { roundDetails } from '#tests/helpers/round.ts';
import type { Cases, Scene } from './scene.ts';

const now = new Date('2026-06-01T09:00:00Z');
const today = '2026-06-01';

/** A row of A that names what is B's. */
const strayRow = ({ a, b }: Scene): CycleRow => ({
  ...roundDetails({ name: 'Stray' }),
  organisationId: a.id,
  id: b.cycleId,
  state: 'open',
  teamId: b.teams.service,
  openedAt: now,
  closedAt: null,
  closedByName: null,
  closingNote: null,
  revision: 1,
});

/** Rounds: each organisation has a planned one, of its service. */
export const cycleCases: Cases = {
  'assessments/cycle/add-cycle': [['refused', ({ context, b }) => addCycle(context, roundDetails({ teamId: b.teams.lights }))]],
  'assessments/cycle/edit-cycle': [
    ['404', ({ context, b }) => editCycle(context, b.cycleId, { ...roundDetails(), revision: 1 })],
    ['refused', ({ context, a, b }) => editCycle(context, a.cycleId, { ...roundDetails({ teamId: b.teams.lights }), revision: 1 })],
  ],
  'assessments/cycle/delete-cycle': [['404', ({ context, b }) => deleteCycle(context, b.cycleId)]],
  'assessments/cycle/open-cycle': [['404', ({ context, b }) => openCycle(context, b.cycleId)]],
  'assessments/cycle/close-cycle': [['404', ({ context, b }) => closeCycle(context, b.cycleId, { closingNote: 'No' })]],
  'assessments/cycle/exempt-participant': [
    ['404', ({ context, b }) => exemptParticipant(context, b.cycleId, b.people.ben, 'No')],
    ['refused', ({ context, a, b }) => exemptParticipant(context, a.cycleId, b.people.ben, 'No')],
  ],
  'assessments/cycle/hold-rounds': [['nothing', ({ inA, b }) => inA((tx) => holdRounds(tx, b.id))]],
  'assessments/cycle/join-round': [['404', ({ context, b }) => joinRound(context, b.cycleId)]],
  'assessments/cycle/join-newcomers': [['nothing', (scene) => scene.inA((tx) => joinNewcomers(tx, scene.a.id, { cycle: strayRow(scene), scopeIds: Object.values(scene.b.teams) }, today))]],
  'assessments/cycle/mark-agreed': [['nothing', ({ inA, context, b }) => inA((tx) => markAgreed(tx, context, b.cycleId, b.people.ben))]],
  'assessments/cycle/read-closing': [['404', ({ context, b }) => readClosing(context, b.cycleId)]],
  'assessments/cycle/read-cycle': [['404', ({ context, b }) => readCycle(context, b.cycleId)]],
  'assessments/cycle/read-cycle-form': [['404', ({ context, b }) => readCycleForm(context, b.cycleId)], ['nothing', ({ context }) => readCycleForm(context, null)]],
  'assessments/cycle/read-cycle-record': [['404', ({ context, b }) => readCycleRecord(context, b.cycleId)]],
  'assessments/cycle/read-cycles': [['nothing', ({ context }) => readCycles(context)]],
  'assessments/cycle/read-grant-holders': [
    ['nothing', ({ inA, a }) => inA((tx) => readGrantHolders(tx, a.id, today))],
    ['hidden', ({ inA, b }) => inA((tx) => readGrantHolders(tx, b.id, today))],
  ],
  'assessments/cycle/read-open-round': [['nothing', ({ inA, a, b }) => inA((tx) => readOpenRound(tx, a.id, b.people.ben))]],
  'assessments/cycle/read-opening': [['404', ({ context, b }) => readOpening(context, b.cycleId)]],
  'assessments/cycle/read-own-rounds': [['nothing', ({ context }) => readOwnRounds(context)]],
  'assessments/cycle/read-round-people': [['nothing', (scene) => scene.inA((tx) => readRoundPeople(tx, scene.a.id, strayRow(scene), today))]],
  'assessments/cycle/note-reminder': [['denied', ({ inA, b }) => inA((tx) => noteReminder(tx, b.id, { cycleId: b.cycleId, userId: b.users.head, sentOn: '2026-06-01' }))]],
  'assessments/cycle/remind-round': [['404', ({ context, b }) => remindRound(context, b.cycleId)]],
  'assessments/cycle/reveal-overdue': [['nothing', ({ context }) => revealOverdue(context)]],
  'assessments/cycle/round-context': [['nothing', ({ context }) => roundContext(context.db, now).viewer.grants]],
  'assessments/cycle/round-job': [['nothing', () => roundJob().run(AbortSignal.abort())]],
  // Tends everybody's: nothing is open, and no opening day has come.
  'assessments/cycle/tend-rounds': [['nothing', () => tendRounds(runtime())]],
};
