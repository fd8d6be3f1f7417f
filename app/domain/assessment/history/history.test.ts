import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EvidencePiece } from '#app/domain/assessment/evidence/evidence-piece.ts';
import { currentReadings } from '#app/domain/assessment/current-readings.ts';
import type { HistoryEntry, HistoryEvent } from './history-line.ts';
import { historyLines } from './history-lines.ts';
import { levelSteps } from './level-steps.ts';
import { skillOverview } from './skill-overview.ts';

function entry(changes: Partial<HistoryEntry>): HistoryEntry {
  return {
    id: 'a1', skillId: 's1', skillName: 'Testing', skillKey: 'testing', source: 'agreed', level: 2, exemptUntil: null, exemptReason: null,
    assessedOn: '2026-03-01', recordedOn: '2026-03-01', assessorName: 'Ada', note: null, ticked: 0, unchangedSince: null, undefinedConfirmed: false,
    isImported: false, versionId: 'v1', frameworkVersion: 'First', cycleName: null, presentName: null, isGone: false, countsFor: [], ...changes,
  };
}
const disputed: HistoryEvent = { kind: 'disputed', id: 'd1', skillId: 's1', skillName: 'Testing', on: '2026-03-01', cycleName: null, words: 'No' };
const piece = { id: 'e1', skillId: 's2', skillName: 'Analysis', addedOn: '2026-04-01' } as EvidencePiece;

describe('the lines of a history', () => {
  it('stand newest first, of one day what was disputed before what was said', () => {
    const lines = historyLines([entry({ id: 'a2', assessedOn: '2026-05-01' }), entry({})], [disputed], [piece]);
    expect(lines.map(({ id, kind, on }) => [id, kind, on])).toEqual([
      ['a2', 'said', '2026-05-01'],
      ['e1', 'evidence', '2026-04-01'],
      ['disputed-d1', 'event', '2026-03-01'],
      ['a1', 'said', '2026-03-01'],
    ]);
  });

  it('tell each skill at a glance by its present name, those that are gone last', () => {
    const entries = [entry({ id: 'a3', skillId: 's0', skillName: 'Abacus', isGone: true }), entry({ presentName: 'Proving', source: 'self', level: 4 }), entry({ id: 'a2', level: null, assessedOn: '2026-02-01' })];
    const expected = [{ skillId: 's1', from: '2025-01-01', until: '2026-01-01', expectedLevel: 1 }, { skillId: 's1', from: '2026-01-01', until: null, expectedLevel: 3 }];
    expect(skillOverview(historyLines(entries, [disputed], [piece]), entries, expected)).toEqual([
      { skillId: 's2', name: 'Analysis', isGone: false, expectedLevel: null, agreed: null, lines: 1, newestOn: '2026-04-01' },
      { skillId: 's1', name: 'Proving', isGone: false, expectedLevel: 3, agreed: { level: null, on: '2026-02-01' }, lines: 3, newestOn: '2026-03-01' },
      { skillId: 's0', name: 'Abacus', isGone: true, expectedLevel: null, agreed: { level: 2, on: '2026-03-01' }, lines: 1, newestOn: '2026-03-01' },
    ]);
  });
});

describe('the steps of a source', () => {
  it('end in what is current, whatever was said in which order', () => {
    const said = fc.array(fc.record({ source: fc.constantFrom('self' as const, 'manager' as const, 'agreed' as const), level: fc.option(fc.integer({ min: 0, max: 4 })), assessedOn: fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01') }), { maxLength: 12 });
    fc.assert(
      fc.property(said, (all) => {
        const records = all.map((one, at) => ({ ...one, personId: 'p', skillId: 's', sequence: at + 1 }));
        const newestFirst = [...records].sort((one, other) => (one.assessedOn < other.assessedOn ? 1 : one.assessedOn > other.assessedOn ? -1 : other.sequence - one.sequence));
        const steps = levelSteps(newestFirst);
        for (const day of ['2026-01-15', '2026-02-01', '2026-12-31']) {
          const current = currentReadings(records, day).get('p')?.get('s');
          for (const source of ['self', 'manager', 'agreed'] as const) {
            const last = steps[source].filter(({ on }) => on <= day).at(-1);
            expect(last && { level: last.level, assessedOn: last.on }).toEqual(current?.[source] ?? undefined);
          }
        }
      }),
    );
  });
});
