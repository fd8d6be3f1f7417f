import { expect, it } from 'vitest';
import { sumUpImpact, sumUpWaiting } from './sum-up.ts';

it('says in one sentence what changes for people', () => {
  expect(sumUpImpact({ people: 12, teams: 4, flagsCome: 2, flagsGo: 1 })).toBe('12 people in 4 teams are measured differently; 2 flags come, 1 goes.');
  expect(sumUpImpact({ people: 1, teams: 1, flagsCome: 0, flagsGo: 2 })).toBe('1 person in 1 team is measured differently; 2 flags go.');
  expect(sumUpImpact({ people: 0, teams: 0, flagsCome: 0, flagsGo: 0 })).toBe('Nobody is measured differently; no flag comes or goes.');
});

it('says how many decisions are missing', () => {
  expect([0, 1, 3].map(sumUpWaiting)).toEqual(['No decision waits.', '1 decision waits.', '3 decisions wait.']);
});
