import { describe, expect, it } from 'vitest';
import { askedAsOf } from './asked-as-of.ts';

const asked = (query: string) => askedAsOf({ url: `https://map.example/people/x${query}` }, { now: new Date('2026-06-01T09:00:00Z') });

describe('the day that a page is asked for', () => {
  it('is today without one, and the one asked for up to today', () => {
    for (const query of ['', '?asOf=', '?asOf=%20']) expect(asked(query)).toEqual({ asOf: '2026-06-01', today: '2026-06-01', problem: null });
    for (const day of ['2026-06-01', '2026-05-31', '1999-12-31']) expect(asked(`?asOf=${day}`)).toMatchObject({ asOf: day, problem: null });
  });

  it('is told to be no date, or in the future, and today is shown', () => {
    for (const wrong of ['2026-02-30', 'yesterday', '01/02/2026', "2026-01-01'--"]) {
      expect(asked(`?asOf=${encodeURIComponent(wrong)}`)).toMatchObject({ asOf: '2026-06-01', problem: expect.stringContaining('real date') as string });
    }
    for (const later of ['2026-06-02', '9999-12-31']) {
      expect(asked(`?asOf=${later}`)).toMatchObject({ asOf: '2026-06-01', problem: expect.stringContaining('future') as string });
    }
  });

  it('ends at midnight in London, not in Greenwich', () => {
    const late = { now: new Date('2026-06-01T23:30:00Z') };
    expect(askedAsOf({ url: 'https://map.example/?asOf=2026-06-02' }, late)).toMatchObject({ asOf: '2026-06-02', today: '2026-06-02', problem: null });
  });
});
