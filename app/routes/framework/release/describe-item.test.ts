import { describe, expect, it } from 'vitest';
import type { ReleaseItem, ReleaseItemKind } from '#app/domain/framework/release/release-item.ts';
import { choiceWords } from './choice-words.ts';
import { describeItem } from './describe-item.ts';
import { kindOrder, kindWords } from './kind-words.ts';

const scale = ['Awareness', 'Working', 'Practitioner', 'Expert'].map((name, at) => ({ ordinal: at + 1, name }));

function item(kind: ReleaseItemKind, given: Partial<ReleaseItem> = {}): ReleaseItem {
  return {
    key: kind,
    kind,
    part: 'skill',
    before: ['Tide reading'],
    after: ['Tide reading'],
    roleName: null,
    detail: {},
    choices: [],
    proposal: null,
    asks: false,
    confidence: null,
    evidence: [],
    reach: { skillNames: [], roleLevels: [] },
    ...given,
  };
}

const atLevel = { part: 'role-level', before: ['Keeper'], after: ['Keeper'], roleName: 'Harbour keeper' } as const;
const keeper = { ...atLevel, before: [...atLevel.before], after: [...atLevel.after] };

describe('a change in one line', () => {
  it.each<[ReleaseItemKind, Partial<ReleaseItem>, string]>([
    ['renamed', { after: ['Reading of tides'] }, 'Tide reading is now called Reading of tides'],
    ['word-replaced', { after: ['Tide learning'] }, 'Tide reading is now called Tide learning'],
    ['merged', { before: ['Tide reading', 'Tide tables'], after: ['Tides'] }, 'Tide reading and Tide tables become Tides'],
    ['split', { after: ['Tide tables', 'Gauges'] }, 'Tide reading becomes Tide tables and Gauges'],
    ['expectation-moved', { ...keeper, detail: { skillName: 'Tides', levelBefore: 2, levelAfter: 3 } }, 'Harbour keeper, Keeper: Tides from working to practitioner'],
    ['expectation-added', { ...keeper, detail: { skillName: 'Tides', levelBefore: null, levelAfter: 1 } }, 'Harbour keeper, Keeper: Tides is expected at awareness'],
    ['expectation-gone', { ...keeper, detail: { skillName: 'Tides', levelBefore: 4, levelAfter: null } }, 'Harbour keeper, Keeper: Tides is not expected any more (was expert)'],
    ['wording', { detail: { ordinal: 2 } }, 'Tide reading, working'],
    ['meaning', { detail: {} }, 'Tide reading'],
    ['level-undefined', { detail: { ordinal: 9 } }, 'Tide reading, level 9'],
    ['level-added', { ...keeper, before: [] }, 'Harbour keeper: Keeper is a new role level'],
    ['level-gone', { ...keeper, after: [] }, 'Harbour keeper: Keeper is no role level any more'],
    ['level-reordered', keeper, 'Harbour keeper: another order of its role levels'],
    ['grades-changed', { ...keeper, detail: { linesBefore: [], linesAfter: ['HEO', 'SEO'] } }, 'Harbour keeper, Keeper: no grade, then HEO, SEO'],
    ['new', { before: [] }, 'Skill: Tide reading'],
    ['gone', { part: 'role', after: [] }, 'Role: Tide reading'],
    ['description-changed', {}, 'Tide reading'],
  ])('tells %s', (kind, given, expected) => {
    expect(describeItem(item(kind, given), scale)).toBe(expected);
  });
});

it('has words for every kind, and lists each kind once', () => {
  expect(new Set(kindOrder).size).toBe(Object.keys(kindWords).length);
  for (const words of Object.values(kindWords)) expect(Object.values(words).every((text) => text !== '')).toBe(true);
});

describe('what a choice does', () => {
  it('names what it is about, and says what becomes of levels', () => {
    const renamed = item('renamed', { after: ['Reading of tides'] });
    expect(choiceWords(renamed, 'accept')).toMatchObject({ label: 'The same skill, now called “Reading of tides”', hint: expect.stringMatching(/^Recorded levels go on/) as string });
    expect(choiceWords(renamed, 'keep-name').label).toBe('The same skill, still called “Tide reading” here');
    expect(choiceWords(renamed, 'separate')).toEqual({
      label: 'Not the same: “Tide reading” goes, “Reading of tides” is new',
      hint: 'Levels in “Tide reading” stay in the history. Nobody has a level in “Reading of tides” yet.',
    });
  });

  it('tells a merger apart from a split', () => {
    expect(choiceWords(item('merged', { before: ['A', 'B'], after: ['C'] }), 'carry-all')).toEqual({
      label: 'Levels in “A” and “B” count for “C”',
      hint: 'The newest of each person counts, marked for review until it is agreed anew.',
    });
    expect(choiceWords(item('split', { before: ['A'], after: ['B', 'C'] }), 'start-anew').hint).toBe(
      'Levels in “A” stay in the history. Everybody is to be assessed in “B” and “C”.',
    );
  });

  it('says of a skill that takes another in, and keeps its name, that it stays', () => {
    const merged = item('merged', { before: ['A', 'B'], after: ['A'] });
    expect(choiceWords(merged, 'carry-first').label).toBe('Only levels in “A” count on');
    expect(choiceWords(merged, 'separate')).toEqual({ label: 'Not the same: “B” goes', hint: 'Levels in “B” stay in the history.' });
  });

  it('speaks of the people of a role level, who have no level in it', () => {
    expect(choiceWords(item('level-gone', { ...keeper, after: [] }), 'accept').hint).toMatch(/^Who holds it is to be moved/);
  });
});
