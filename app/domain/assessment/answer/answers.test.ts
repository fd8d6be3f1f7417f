import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from './answer-words.ts';
import { findAnswerProblem } from './find-answer-problem.ts';
import { isStatement } from './is-statement.ts';
import { repeatAnswer } from './repeat-answer.ts';
import { sameAnswer } from './same-answer.ts';
import { whyVoiceIsClosed } from './why-voice-is-closed.ts';

const today = '2026-06-01';
const level = (value: number): Answer => ({ kind: 'level', level: value });
const leave: Answer = { kind: 'exempt', until: '2026-12-31', reason: 'On leave' };
const anyAnswer = fc.option(
  fc.oneof(
    fc.integer({ min: 0, max: 9 }).map(level),
    fc.constant<Answer>({ kind: 'not-observed' }),
    fc.tuple(fc.constantFrom('2026-07-01', '2027-01-01'), fc.string()).map(([until, reason]): Answer => ({ kind: 'exempt', until, reason })),
  ),
);

describe('two answers', () => {
  it('are the same where they say the same, and not otherwise', () => {
    expect(sameAnswer(null, null)).toBe(true);
    expect(sameAnswer(level(2), level(2))).toBe(true);
    expect(sameAnswer(level(2), level(3))).toBe(false);
    expect(sameAnswer(level(0), { kind: 'not-observed' })).toBe(false);
    expect(sameAnswer(leave, { ...leave, until: '2027-01-01' })).toBe(false);
    fc.assert(
      fc.property(anyAnswer, anyAnswer, (one, other) => {
        expect(sameAnswer(one, other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });
});

describe('"no change since"', () => {
  const recorded = { level: 2, exemptUntil: null, exemptReason: null, assessedOn: '2025-06-01', needsReview: false };

  it('is the recorded answer again, with its day', () => {
    expect(repeatAnswer(recorded, today)).toEqual({ ok: true, answer: level(2), since: '2025-06-01' });
    expect(repeatAnswer({ ...recorded, level: null }, today)).toEqual({ ok: true, answer: { kind: 'not-observed' }, since: '2025-06-01' });
    expect(repeatAnswer({ ...recorded, level: null, exemptUntil: '2026-12-31', exemptReason: 'On leave' }, today)).toEqual({ ok: true, answer: leave, since: '2025-06-01' });
  });

  it('is refused where there is none, where the wording means something else by now, and where an exemption is over', () => {
    expect(repeatAnswer(null, today)).toMatchObject({ ok: false });
    expect(repeatAnswer({ ...recorded, needsReview: true }, today)).toMatchObject({ ok: false, message: expect.stringContaining('since 1 June 2025') });
    expect(repeatAnswer({ ...recorded, level: null, exemptUntil: today, exemptReason: 'On leave' }, today)).toMatchObject({ ok: false, message: expect.stringContaining('ended') });
  });
});

describe('an answer that does not fit its skill', () => {
  const skill = { name: 'Lamps', highestLevel: 4, undefinedLevels: [1], statementCounts: new Map([[2, 2]]) };
  const none = { ticks: [], undefinedConfirmed: false };

  it.each([
    [level(4), none, null],
    [level(0), none, null],
    [null, none, null],
    [level(5), none, 'problem'],
    [level(1), none, 'confirm-undefined'],
    [level(1), { ...none, undefinedConfirmed: true }, null],
    [level(2), { ...none, ticks: ['2.1', '2.2'] }, null],
    [level(2), { ...none, ticks: ['2.3'] }, 'problem'],
    [null, { ...none, ticks: ['3.1'] }, 'problem'],
    [leave, none, null],
    [{ ...leave, until: today }, none, 'problem'],
  ] as const)('%j with %j is %j', (answer, detail, kind) => {
    expect(findAnswerProblem(answer, detail, skill, today)?.kind ?? null).toBe(kind);
  });

  it('knows a statement by its level and place alone', () => {
    for (const wrong of ['', '2', '2.0', '2.x', '1.1', '2.3']) expect(isStatement(wrong, skill.statementCounts), wrong).toBe(false);
    expect(isStatement('2.2', skill.statementCounts)).toBe(true);
  });
});

describe('a voice in a round', () => {
  const facts = { selfIn: false, managerIn: false, isRevealed: false };

  it('answers until it has handed in, and agrees once both are shown', () => {
    for (const source of ['self', 'manager', 'agreed'] as const) expect(whyVoiceIsClosed(source, null, '')).toBeNull();
    expect(whyVoiceIsClosed('self', { ...facts, managerIn: true }, 'Spring')).toBeNull();
    expect(whyVoiceIsClosed('self', { ...facts, selfIn: true }, 'Spring')).toContain('Take them back first');
    expect(whyVoiceIsClosed('manager', { ...facts, managerIn: true, isRevealed: true }, 'Spring')).toContain('on record');
    expect(whyVoiceIsClosed('agreed', { ...facts, selfIn: true, managerIn: true }, 'Spring')).toContain('once what both sides say');
    expect(whyVoiceIsClosed('agreed', { ...facts, isRevealed: true }, 'Spring')).toBeNull();
  });
});
