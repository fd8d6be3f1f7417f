import { expect, it } from 'vitest';
import { timeStops } from './time-stops.ts';

const href = (asOf: string | null) => `?asOf=${asOf ?? ''}`;

it('goes through the days of rounds from the oldest to today, each day once', () => {
  const rounds = [
    { name: 'Third', on: '2026-06-01' },
    { name: 'Second', on: '2025-12-01' },
    { name: 'Second, moderated', on: '2025-12-01' },
    { name: 'First', on: '2025-01-01' },
  ];
  expect(timeStops(rounds, '2026-06-01', href)).toEqual([
    { on: '2025-01-01', name: 'First', to: '?asOf=2025-01-01' },
    { on: '2025-12-01', name: 'Second, moderated', to: '?asOf=2025-12-01' },
    { on: '2026-06-01', name: 'Today', to: '?asOf=' },
  ]);
});

it('goes through the newest twelve where there are many, and through today alone where there are none', () => {
  const rounds = Array.from({ length: 15 }, (_, year) => ({ name: `Round ${year}`, on: `${2005 + year}-05-01` }));
  const stops = timeStops(rounds, '2026-06-01', href);
  expect([stops.length, stops[0]!.name, stops.at(-1)!.name]).toEqual([13, 'Round 3', 'Today']);
  expect(timeStops([], '2026-06-01', href)).toHaveLength(1);
});
