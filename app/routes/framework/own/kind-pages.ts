import type { OwnAddition } from '#app/domain/framework/own/own-addition.ts';

interface KindPage {
  /** The last part of the address of its form. */
  page: string;
  /** As a choice of what to add. */
  choice: string;
  /** What it is for. */
  hint: string;
}

/** The form of each kind of addition, in the order in which they are offered. */
export const kindPages: Record<OwnAddition['kind'], KindPage> = {
  role: { page: 'role', choice: 'A role', hint: 'With its role levels. A role that the framework does not have.' },
  'role-level': { page: 'role-level', choice: 'A role level', hint: 'A further step of a role that is there already.' },
  skill: { page: 'skill', choice: 'A skill', hint: 'With what each of its levels asks, in your words.' },
  statements: { page: 'statements', choice: 'Statements', hint: 'Further lines of one level of a skill that is there already.' },
  grades: { page: 'grades', choice: 'Grades', hint: 'Other grades of a role level than the framework gives.' },
  expectation: { page: 'expectations', choice: 'Expected levels', hint: 'What a role level is expected to hold, where you expect something else.' },
};
