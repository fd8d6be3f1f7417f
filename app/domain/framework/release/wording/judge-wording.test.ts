import { describe, expect, it } from 'vitest';
import { notesOnMeaning } from '#app/domain/framework/release/notes/notes-on-meaning.ts';
import { judgeDescription } from './judge-description.ts';
import { judgeWording } from './judge-wording.ts';

const judge = (before: string, after: string, replaced: { from: string; to: string }[] = []) => judgeWording(before.split('; '), after.split('; '), replaced).verdict;

describe('wording against meaning', () => {
  it.each([
    ['keep the log; tie a rope', 'tie a rope; keep the log', 'the order'],
    ['keep the log of the harbour', 'Keep the harbour log.', 'punctuation and small words'],
    ['organise the stores', 'organize the stores', 'spelling'],
    ['report defects in the hull', 'reporting of hull defects', 'word forms'],
    ['check the ropes and splice broken ones', 'check the ropes; splice broken ones', 'a sentence cut in two'],
    ['manage the crew on deck', 'lead the crew on deck', 'a verb that asks the same'],
    ['write down the depth of the water at the pier each morning', 'write down the depth of the water at the quay each morning', 'one word of many'],
  ])('takes "%s" and "%s" for the same: %s', (before, after) => {
    expect(judge(before, after)).toBe('wording');
  });

  it.each([
    ['keep the log; tie a rope', 'keep the log', 'a statement dropped'],
    ['keep the log', 'keep the log; splice a broken rope', 'a statement added'],
    ['sail with a pilot on board', 'sail without a pilot on board', 'a negation'],
    ['check 3 anchors a day', 'check 5 anchors a day', 'a number'],
    ['help to plan the voyage', 'lead the planning of the voyage', 'a verb of degree'],
    ['understand the tide tables', 'apply the tide tables', 'a verb of degree'],
    ['plan stores for a team', 'plan stores for the organisation', 'how far it reaches'],
    ['steer the boat past rocks at night', 'steer the budget past auditors in spring', 'mostly other words'],
  ])('takes "%s" and "%s" for something else: %s', (before, after) => {
    const verdict = judgeWording(before.split('; '), after.split('; '), []);
    expect(verdict.verdict).toBe('meaning');
    expect(verdict.reasons.join()).not.toBe('');
  });

  it('does not count a word that the release replaced throughout, and counts it where it did not', () => {
    expect(judge('manage the team; ask the team', 'manage the squad; ask the squad', [{ from: 'team', to: 'squad' }])).toBe('wording');
    expect(judge('manage the team; ask the team', 'manage the squad; ask the squad')).toBe('meaning');
  });

  it('says nothing of lines that are the same', () => {
    expect(judgeWording(['keep the log'], ['keep the log'], [])).toEqual({ verdict: 'same', reasons: [] });
    expect(judgeWording([], [], []).verdict).toBe('same');
  });
});

describe('a description', () => {
  it.each([
    [null, 'All about ropes.', [], /no description/],
    ['All about ropes and how', 'All about ropes and how to tie them.', [], /stopped short/],
    ['All about tides.', 'All about ropes.', ['Tide reading'], /same description as “Tide reading”/],
  ])('is repaired: from %j to %j', (before, after, carriers, sentence) => {
    const verdict = judgeDescription(before, after, carriers);
    expect(verdict?.kind).toBe('description-repaired');
    expect(verdict?.evidence.join()).toMatch(sentence);
  });

  it('is merely another one where it was whole and its own, and none is no change', () => {
    expect(judgeDescription('All about ropes.', 'All about ropes. And knots.', [])?.kind).toBe('description-changed');
    expect(judgeDescription('All about ropes.', 'What a rope is for.', [])?.kind).toBe('description-changed');
    expect(judgeDescription('All about ropes.', null, [])).toBeNull();
    expect(judgeDescription('All about ropes.', 'All about ropes.', [])).toBeNull();
  });
});

it('hears what change notes say outright of the meaning, the last one, and none older than the adopted wording', () => {
  const facts = (wordingDate: string | null) => ({
    scale: [],
    families: [],
    roles: [],
    skills: ['Rope handling', 'Tide reading'].map((name) => ({ name, description: null, levels: [{ ordinal: 1, defined: true, statements: ['x'], wordingSource: 'role-page' as const, wordingDate }] })),
  });
  const note = (date: string, page: string, text: string) => ({ date, page, note: text });
  const notes = [
    note('2025-02-01', 'Rope handling', 'The meaning of this skill has changed.'),
    note('2025-06-01', 'Rope handling', 'Edited the statements. There is no change in meaning.'),
    note('2025-06-01', 'Tide reading', 'The meaning of the skill has changed.'),
    note('2025-06-01', 'Tide reading', 'Edited for clarity.'),
  ];
  const said = (since: string | null) => Object.fromEntries([...notesOnMeaning(facts(since), facts(null), notes)].map(([name, { meaning }]) => [name, meaning]));
  expect(said(null)).toEqual({ 'rope handling': 'kept', 'tide reading': 'changed' });
  expect(said('2025-06-01')).toEqual({});
});
