import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessmentRecord } from './assessment-record.ts';
import { currentReadings } from './current-readings.ts';

function record(changes: Partial<AssessmentRecord>): AssessmentRecord {
  return {
    personId: 'asha',
    skillId: 'continuity',
    source: 'agreed',
    level: 2,
    assessedOn: '2026-03-01',
    sequence: 1,
    ...changes,
  };
}

const anyHistory = fc
  .array(
    fc.record({
      personId: fc.constantFrom('asha', 'ben'),
      skillId: fc.constantFrom('continuity', 'problem'),
      source: fc.constantFrom('self' as const, 'manager' as const, 'agreed' as const),
      level: fc.option(fc.integer({ min: 0, max: 4 })),
      assessedOn: fc.constantFrom('2025-03-01', '2025-09-01', '2026-03-01', '2026-09-01'),
    }),
    { maxLength: 30 },
  )
  .map((records): AssessmentRecord[] => records.map((entry, index) => ({ ...entry, sequence: index + 1 })));

describe('the readings current on a date', () => {
  it('keeps the three sources apart', () => {
    const history = [
      record({ source: 'self', level: 4, sequence: 1 }),
      record({ source: 'manager', level: 2, sequence: 2 }),
    ];
    expect(currentReadings(history, '2026-03-01').get('asha')?.get('continuity')).toEqual({
      self: { level: 4, assessedOn: '2026-03-01' },
      manager: { level: 2, assessedOn: '2026-03-01' },
      agreed: null,
      needsReview: false,
    });
  });

  it('takes the record of the date itself and leaves out the day after', () => {
    const history = [
      record({ level: 1, assessedOn: '2026-03-01' }),
      record({ level: 3, assessedOn: '2026-03-02', sequence: 2 }),
    ];
    expect(currentReadings(history, '2026-03-01').get('asha')?.get('continuity')?.agreed?.level).toBe(1);
    expect(currentReadings(history, '2026-03-02').get('asha')?.get('continuity')?.agreed?.level).toBe(3);
  });

  it('lets the later date win over the later writing, and the later writing win within a day', () => {
    const backdated = [
      record({ level: 3, assessedOn: '2026-03-01', sequence: 1 }),
      record({ level: 1, assessedOn: '2026-02-01', sequence: 2 }),
    ];
    expect(currentReadings(backdated, '2026-04-01').get('asha')?.get('continuity')?.agreed?.level).toBe(3);
    const corrected = [record({ level: 3, sequence: 9 }), record({ level: 1, sequence: 10 })];
    expect(currentReadings(corrected, '2026-04-01').get('asha')?.get('continuity')?.agreed?.level).toBe(1);
  });

  it('lets a newer "not observed" replace an older level', () => {
    const history = [record({ level: 3 }), record({ level: null, assessedOn: '2026-04-01', sequence: 2 })];
    expect(currentReadings(history, '2026-05-01').get('asha')?.get('continuity')?.agreed).toEqual({
      level: null,
      assessedOn: '2026-04-01',
    });
  });

  it('is to be looked at again where the agreed reading that holds is, and not where a newer one was made since', () => {
    const before = record({ review: true });
    const needsReview = (...history: AssessmentRecord[]) => currentReadings(history, '2026-05-01').get('asha')?.get('continuity')?.needsReview;
    expect(needsReview(before)).toBe(true);
    expect(needsReview(before, record({ source: 'manager', assessedOn: '2026-04-01', sequence: 2 }))).toBe(true);
    expect(needsReview(before, record({ assessedOn: '2026-04-01', sequence: 3 }))).toBe(false);
    expect(needsReview(record({ source: 'manager', review: true }))).toBe(false);
  });

  it('knows nobody before the first record', () => {
    expect(currentReadings([record({})], '2026-02-28').size).toBe(0);
    expect(currentReadings([], '2026-02-28').size).toBe(0);
  });

  it('does not depend on the order in which the history arrives', () => {
    fc.assert(
      fc.property(
        anyHistory.chain((history) =>
          fc.tuple(fc.constant(history), fc.shuffledSubarray(history, { minLength: history.length })),
        ),
        ([history, shuffled]) => {
          expect(currentReadings(shuffled, '2026-03-01')).toEqual(currentReadings(history, '2026-03-01'));
        },
      ),
    );
  });

  it('never changes for a date once that date is past, whatever is recorded for later dates', () => {
    fc.assert(
      fc.property(anyHistory, fc.constantFrom('2025-03-01', '2025-12-31', '2026-08-31'), (history, asOf) => {
        const upToDate = history.filter((entry) => entry.assessedOn <= asOf);
        expect(currentReadings(history, asOf)).toEqual(currentReadings(upToDate, asOf));
      }),
    );
  });
});
