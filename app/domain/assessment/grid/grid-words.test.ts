import { describe, expect, it } from 'vitest';
import { answerSign } from './answer-sign.ts';
import { buildColumns } from './build-columns.ts';
import { cellSentence, type CellTold } from './cell-sentence.ts';
import { countAnswered } from './count-answered.ts';
import { orderPeople } from './order-people.ts';
import { orderSkills } from './order-skills.ts';
import { sayAnswer } from './say-answer.ts';

const levelNames = ['Awareness', 'Working', 'Practitioner', 'Expert'];
const told: CellTold = {
  personName: 'Ada',
  skillName: 'Lamp keeping',
  levelNames,
  expectedLevel: 3,
  last: { kind: 'level', level: 2 },
  lastOn: '2026-05-03',
  agreed: null,
  now: { kind: 'level', level: 3 },
  isUnchanged: false,
  hasNote: false,
  state: 'saved',
  why: null,
};

describe('the name of a cell', () => {
  it('tells who, which skill, expected, last, now and its state', () => {
    expect(cellSentence(told)).toBe('Ada, Lamp keeping: expected 3 practitioner, last 2 working on 3 May 2026, now 3 practitioner, saved');
  });

  it('tells what is not there, what was agreed, and why it cannot be answered', () => {
    const closed = { ...told, expectedLevel: null, last: null, lastOn: null, agreed: { kind: 'not-observed' } as const, now: null, state: 'still' as const, why: 'Handed in' };
    expect(cellSentence(closed)).toBe('Ada, Lamp keeping: not expected, last none, agreed not observed, now none, Handed in');
    expect(cellSentence({ ...told, isUnchanged: true, hasNote: true, state: 'waiting' })).toMatch(/now 3 practitioner, no change, with a note, waiting to be sent$/);
  });
});

it('an answer has a sign, and words', () => {
  const exempt = { kind: 'exempt', until: '2027-01-31', reason: 'Leave' } as const;
  expect([null, { kind: 'level', level: 0 } as const, { kind: 'not-observed' } as const, exempt].map(answerSign)).toEqual(['', '0', 'n', 'x']);
  expect([null, { kind: 'level', level: 0 } as const, { kind: 'level', level: 9 } as const, exempt].map((one) => sayAnswer(one, levelNames))).toEqual(['none', '0 not yet', '9', 'exempt until 31 January 2027']);
});

it('counts the skills that are expected, and nobody without any is complete', () => {
  const cell = (isExpected: boolean, isAnswered: boolean) => ({ isExpected, isAnswered });
  expect(countAnswered([cell(true, true), cell(true, false), cell(false, true)])).toEqual({ answered: 1, expected: 2, isComplete: false });
  expect(countAnswered([cell(true, true), cell(false, false)])).toEqual({ answered: 1, expected: 1, isComplete: true });
  expect(countAnswered([])).toEqual({ answered: 0, expected: 0, isComplete: false });
});

it('people stand by team, seniority and name; skills by how many are expected to have them, then by name', () => {
  const person = (name: string, teamId: string, seniority: number) => ({ id: name, name, teamId, seniority });
  const people = [person('Zoe', 'b', 3), person('Ben', 'a', 1), person('Ada', 'a', 1), person('Cyd', 'a', 2), person('Far', 'c', 9)];
  expect(orderPeople(people, ['a', 'b']).map(({ name }) => name)).toEqual(['Cyd', 'Ada', 'Ben', 'Zoe', 'Far']);
  const skills = ['knots', 'boats', 'charts', 'lamps'].map((id) => ({ id, name: id }));
  expect(orderSkills(skills, new Map([['lamps', 2], ['charts', 1], ['boats', 1]]), new Set(['knots'])).map(({ id }) => id)).toEqual(['lamps', 'boats', 'charts', 'knots']);
  expect(orderSkills(skills, new Map([['lamps', 2]]), new Set()).map(({ id }) => id)).toEqual(['lamps']);
});

it('columns hold each cell at its place, and what belongs nowhere is left out', () => {
  const at = { personId: 'ben', skillId: 'lamps' };
  const answer = { kind: 'level', level: 2 } as const;
  const stored = { ...at, answer, note: null, unchangedSince: null, undefinedConfirmed: false, revision: 4, writerName: 'Ada' };
  const said = { ...at, answer, assessedOn: '2026-05-03', sequence: 7 };
  const columns = buildColumns([{ id: 'ada' }, { id: 'ben' }], [{ id: 'knots' }, { id: 'lamps' }], {
    voice: 'manager',
    expected: [{ ...at, level: 3 }, { personId: 'gone', skillId: 'lamps', level: 1 }],
    last: [{ ...said, source: 'manager' }, { ...said, source: 'agreed', sequence: 8 }],
    stored: [stored, { ...stored, skillId: 'gone' }],
  });
  expect(columns.expectedLevels).toEqual([null, null, null, 3]);
  expect(columns.lastSequences).toEqual([0, 0, 0, 7]);
  expect(columns.lastDays[3]).toBe('2026-05-03');
  expect(columns.agreedAnswers[3]).toEqual(answer);
  expect(columns.answers).toEqual([{ at: 3, answer, note: null, unchangedSince: null, undefinedConfirmed: false, revision: 4, writerName: 'Ada' }]);
});
