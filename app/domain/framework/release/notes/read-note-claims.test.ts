import { describe, expect, it } from 'vitest';
import { nameFinder } from './name-finder.ts';
import type { NoteClaim } from './note-claim.ts';
import { readNoteClaims } from './read-note-claims.ts';

const names = nameFinder(['Rope work', 'Advanced rope work', 'Night watch', 'Harbour watch', 'Harbour keeper', 'Associate harbour keeper']);

const renamed = (from: string, to: string, part: 'skill' | 'role' | 'role-level' | null = null): NoteClaim => ({ kind: 'renamed', part, from, to });
const merged = (from: string[], to: string | null, part: 'skill' | 'role' | 'role-level' | null = null): NoteClaim => ({ kind: 'merged', part, from, to });
const split = (from: string, to: string[], part: 'skill' | 'role' | 'role-level' | null = null): NoteClaim => ({ kind: 'split', part, from, to });

const cases: [string, NoteClaim[]][] = [
  ["The 'knots' skill has been renamed 'rope work'.", [renamed('knots', 'rope work', 'skill')]],
  ['The ‘knots’ skill has been renamed to ‘rope work’ so that it reads better.', [renamed('knots', 'rope work', 'skill')]],
  ['“Knots” was renamed as “Rope work”', [renamed('Knots', 'Rope work')]],
  ['Renamed the skill "Knots" to "Rope work".', [renamed('Knots', 'Rope work', 'skill')]],
  ["The role 'Keeper' is now called 'Harbour keeper'.", [renamed('Keeper', 'Harbour keeper', 'role')]],
  ["'Keeper' is now known as 'Harbour keeper'.", [renamed('Keeper', 'Harbour keeper')]],
  ["We changed the name from 'Keeper' to 'Harbour keeper'.", [renamed('Keeper', 'Harbour keeper')]],
  ["The name of the skill has been changed from 'Knots' to 'Rope work'.", [renamed('Knots', 'Rope work', 'skill')]],
  ["The name of 'Knots' was updated to 'Rope work'.", [renamed('Knots', 'Rope work')]],
  ["The skill 'Knots' has changed its name to 'Rope work'.", [renamed('Knots', 'Rope work', 'skill')]],
  ["'Rope work' was previously called 'Knots'.", [renamed('Knots', 'Rope work')]],
  ["Added detail to 'Rope work' (formerly 'Knots').", [renamed('Knots', 'Rope work')]],
  ["The skills 'Knots' and 'Oars' have been renamed 'Rope work' and 'Rowing' respectively.", [renamed('Knots', 'Rope work', 'skill'), renamed('Oars', 'Rowing', 'skill')]],
  ["'Knots' was renamed 'Rope work' and 'Oars' was renamed 'Rowing'.", [renamed('Knots', 'Rope work'), renamed('Oars', 'Rowing')]],
  ["The 'keeper's mate' role has been renamed 'deputy keeper'.", [renamed("keeper's mate", 'deputy keeper', 'role')]],
  ['Rope work has been renamed advanced rope work.', [renamed('Rope work', 'advanced rope work')]],
  ["This skill has been renamed 'Tying'.", [renamed('Knots page', 'Tying', 'skill')]],
  ["This skill was previously called 'Tying'.", [renamed('Tying', 'Knots page', 'skill')]],
  ["The skill 'Oars' was merged into 'Rowing'.", [merged(['Oars'], 'Rowing', 'skill')]],
  ["The skills 'Oars' and 'Paddles' have been merged into 'Rowing'.", [merged(['Oars', 'Paddles'], 'Rowing', 'skill')]],
  ["'Oars', 'Paddles' and 'Poles' were combined to form one skill, 'Rowing'.", [merged(['Oars', 'Paddles', 'Poles'], 'Rowing', 'skill')]],
  ["'Oars' has been combined with 'Paddles'.", [merged(['Oars', 'Paddles'], null)]],
  ["'Oars' was merged with 'Paddles' to create 'Rowing'.", [merged(['Oars', 'Paddles'], 'Rowing')]],
  ["Merged 'Oars' into 'Rowing'.", [merged(['Oars'], 'Rowing')]],
  ["'Rowing' brings together 'Oars' and 'Paddles'.", [merged(['Oars', 'Paddles'], 'Rowing')]],
  ['Night watch has been incorporated into harbour watch.', [merged(['Night watch'], 'harbour watch')]],
  ["The 'Rowing' skill has been split into 'Oars' and 'Paddles'.", [split('Rowing', ['Oars', 'Paddles'], 'skill')]],
  ["'Rowing' was divided into two new skills, 'Oars' and 'Paddles'.", [split('Rowing', ['Oars', 'Paddles'], 'skill')]],
  ["'Paddles' has been separated from 'Rowing'.", [split('Rowing', ['Paddles'])]],
  ['The deck hand role level has been added.', [{ kind: 'level-added', part: 'role-level', names: ['deck hand'] }]],
  ["A new role level, 'deck hand', was introduced.", [{ kind: 'level-added', part: 'role-level', names: ['deck hand'] }]],
  ["The role levels 'deck hand' and 'mate' have been removed.", [{ kind: 'level-removed', part: 'role-level', names: ['deck hand', 'mate'] }]],
  ["An expert level was added to the skill 'Oars'.", [{ kind: 'level-added', part: 'skill-level', names: ['Oars'] }]],
  ["The level expected of 'Oars' was raised from working to practitioner.", [{ kind: 'expectation-changed', names: ['Oars'] }]],
  ["The skill level required for 'Oars' has been updated.", [{ kind: 'expectation-changed', names: ['Oars'] }]],
  ["The skill 'Oars' has been removed from the role 'Keeper'.", [{ kind: 'expectation-changed', names: ['Oars', 'Keeper'] }]],
  ['The grades of the role levels have been corrected. Deck hand has been updated from ‘AA’ to ‘AO and EO’.', [{ kind: 'grades-updated', names: ['Knots page'] }, { kind: 'grades-updated', names: ['Deck hand'] }]],
  ["The skill 'Oars' was edited. No change was made in the meaning of its descriptions.", [{ kind: 'wording-only', names: ['Oars'], said: true }]],
  ["'Oars' has been updated without changing the meaning.", [{ kind: 'wording-only', names: ['Oars'], said: true }]],
  ["The meaning of 'Oars' has not changed.", [{ kind: 'wording-only', names: ['Oars'], said: true }]],
  ["The meaning of 'Oars' stays the same.", [{ kind: 'wording-only', names: ['Oars'], said: true }]],
  ["The wording of 'Oars' was edited for clarity.", [{ kind: 'wording-only', names: ['Oars'], said: false }]],
  ['Corrected spelling.', [{ kind: 'wording-only', names: ['Knots page'], said: false }]],
  ["The meaning of 'Oars' has been broadened.", [{ kind: 'meaning-changed', names: ['Oars'] }]],
  ["'Oars' has been substantially rewritten.", [{ kind: 'meaning-changed', names: ['Oars'] }]],
  ["'Oars' was updated to improve clarity. Working level now refers to 'tides'.", []],
  ["'Oars' was renamed 'Rowing'. No change was made to the meaning.", [renamed('Oars', 'Rowing'), { kind: 'wording-only', names: ['Rowing'], said: true }]],
];

describe('a change note', () => {
  it.each(cases)('%s', (note, claims) => expect(readNoteClaims({ page: 'Knots page', note }, names)).toEqual(claims));

  it.each([
    'First published.',
    'Published the December release.',
    "The skill 'Oars' has been updated.",
    "'Oars' has not been renamed 'Rowing'.",
    "'Oars' may be merged into 'Rowing' next year.",
    "The skills 'Oars' and 'Paddles' have been renamed 'Rowing'.",
    'Some skill was renamed something else.',
    "Two skills were merged.",
    "'working' was changed from 'a' to 'b'.",
    '',
    '<1> has been renamed <2>.',
  ])('claims nothing where it is not sure: %s', (note) => expect(readNoteClaims({ page: 'Homepage', note }, names)).toEqual([]));

  it('says nothing of a page for the homepage, and finds no names without a list of them or quotation marks', () => {
    expect(readNoteClaims({ page: 'Homepage', note: "This skill has been renamed 'Tying'." })).toEqual([]);
    expect(readNoteClaims({ page: 'Homepage', note: 'Night watch has been renamed harbour watch.' })).toEqual([]);
  });
});
