import { expect, it } from 'vitest';
import { sumUpWaiting } from './sum-up.ts';

it('says how many decisions are missing', () => {
  expect([0, 1, 3].map(sumUpWaiting)).toEqual(['No decision waits.', '1 decision waits.', '3 decisions wait.']);
});
