import { describe, expect, it } from 'vitest';
import { addDays } from '#app/domain/assessment/add-days.ts';
import { defaultCycleDates } from './default-cycle-dates.ts';
import { judgeCycleDates } from './judge-cycle-dates.ts';

const days = { opensOn: '2026-06-01', selfDueOn: '2026-06-10', managerDueOn: '2026-06-15', conversationDueOn: '2026-06-20', moderationDueOn: '2026-06-25', closesOn: '2026-06-30' };

describe('the days of a round', () => {
  it('may all be one day, and steps may be left out', () => {
    const same = Object.fromEntries(Object.keys(days).map((field) => [field, '2026-06-01'])) as unknown as typeof days;
    expect(judgeCycleDates(same)).toBeNull();
    expect(judgeCycleDates({ ...days, selfDueOn: null, moderationDueOn: null })).toBeNull();
  });

  it.each([
    [{ closesOn: '2026-05-31' }, 'closesOn'],
    [{ selfDueOn: '2026-05-31' }, 'selfDueOn'],
    [{ moderationDueOn: '2026-07-01' }, 'moderationDueOn'],
    [{ conversationDueOn: '2026-06-14' }, 'conversationDueOn'],
    [{ selfDueOn: '2026-06-21' }, 'conversationDueOn'],
    [{ moderationDueOn: '2026-06-19' }, 'moderationDueOn'],
  ])('%j is put right at %s', (wanted, field) => {
    expect(judgeCycleDates({ ...days, ...wanted })?.field).toBe(field);
  });

  it('are offered in order, six weeks in all, on any day of the year', () => {
    for (let at = 0; at < 366; at += 1) {
      const today = addDays('2027-12-31', at);
      const offered = defaultCycleDates(today);
      expect([offered.opensOn, offered.closesOn]).toEqual([today, addDays(today, 42)]);
      expect(judgeCycleDates(offered)).toBeNull();
    }
  });
});
