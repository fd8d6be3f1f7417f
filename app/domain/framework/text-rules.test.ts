import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstRecord } from '#app/domain/framework/reading/first-record.ts';
import { isUndefinedWording } from '#app/domain/framework/reading/is-undefined-wording.ts';
import { describePageLines } from '#app/domain/framework/reading/pages/describe-page-lines.ts';
import { readDocumentDate } from '#app/domain/framework/reading/read-document-date.ts';
import { readGrades } from '#app/domain/framework/reading/read-grades.ts';
import { splitStatements } from '#app/domain/framework/reading/tables/split-statements.ts';
import { cleanName } from './clean-name.ts';
import { cleanText } from './clean-text.ts';
import { compareNames } from './compare-names.ts';
import { nameKey } from './name-key.ts';
import { slugKey } from './slug-key.ts';

describe('cleaning', () => {
  it('takes out what cannot be seen and keeps line breaks', () => {
    expect(cleanText('\ufeffa\u00a0 b\u200b\r\n\r\n\r\n c\u2028d\u0000 \t')).toBe('a b\n\nc\nd');
    expect(cleanName(' End\u00a0user\ncomputing  engineer ')).toBe('End user computing engineer');
  });

  it('has nothing left to clean the second time, for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void expect(cleanText(cleanText(text))).toBe(cleanText(text))));
  });

  it('gives a name the same whether it has to be cleaned or not', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('a', 'B', '-', "'", ' ', '\n', '\u00a0') }));
    fc.assert(fc.property(text, (name) => void expect(cleanName(name)).toBe(cleanText(name).replace(/\s+/g, ' '))));
  });

  it('takes two spellings for one name by case, quotes, dashes and spacing only', () => {
    expect(nameKey('User’s  Focus – IT')).toBe(nameKey("user's focus - it"));
    expect(nameKey('Testing')).not.toBe(nameKey('Testing (IT)'));
    expect(['b', 'A', 'a', 'B'].sort(compareNames)).toEqual(['A', 'a', 'B', 'b']);
  });
});

describe('statements', () => {
  it.each([
    ['You can:\n- tie a knot\n- untie it', ['tie a knot', 'untie it']],
    ['You can: \n• tie a knot\n* untie it', ['tie a knot', 'untie it']],
    ['You can\n- tie a knot\n  that holds', ['tie a knot that holds']],
    ['You can tie a knot', ['tie a knot']],
    ['tie a knot\nuntie it', ['tie a knot', 'untie it']],
    ['- You have a sea licence', ['You have a sea licence']],
    ['You can:', []],
    ['', []],
  ])('of %j are %j', (text, statements) => expect(splitStatements(text)).toEqual(statements));

  it.each([
    'This skill level is currently not defined.',
    'This skill level is not currently defined',
    'this level is not yet defined.',
    'Not defined',
    'Undefined',
    'You can:\n- This skill level is currently not defined.',
    'N/A',
    'Not applicable',
    'NOT IN USE',
    'There is no definition for this level at present.',
    'This skill level isn’t defined',
    'To be defined',
    'No description available',
  ])('%j says that the level is not defined', (text) => expect(isUndefinedWording(text)).toBe(true));

  it.each(['You can:\n- work where goals are not defined', 'define levels', 'You can:\n- use the level', '', 'This level is defined.', 'be defined by the work', 'make decisions'])(
    '%j is a statement or nothing',
    (text) => expect(isUndefinedWording(text)).toBe(false),
  );
});

describe('dates and grades', () => {
  it.each([
    ['Last updated 30 November 2024 — See all updates', '2024-11-30'],
    ['Published 7th Jan 2020', '2020-01-07'],
    ['on 2024-02-29', '2024-02-29'],
    ['29 February 2023', null],
    ['31 June 2024', null],
    ['12 Foo 2024', null],
    ['no date', null],
  ])('of %j the date is %j', (text, date) => expect(readDocumentDate(text)).toBe(date));

  it.each([
    ['AO (Administrative Officer)', ['AO']],
    ['HEO (Higher Executive Officer)', ['HEO']],
    ['SEO (Senior Executive Officer) and G7 (Grade 7)', ['SEO', 'G7']],
    ['Grade 6', ['G6']],
    ['SCS1 (Deputy Director)', ['SCS1']],
    ['SCS 2 (Director)', ['SCS2']],
    ['Senior Civil Service pay band 3', ['SCS3']],
    ['G7/G6', ['G7', 'G6']],
    ['Higher Executive Officer', ['HEO']],
    ['Band B', []],
    ['GEO and HERO', []],
  ])('of %j the grades are %j', (text, grades) => expect(readGrades(text)).toEqual(grades));
});

describe('address keys', () => {
  it.each([
    ['Stakeholder relationship management (IT operations)', 'stakeholder-relationship-management-it-operations'],
    ['Café & crème', 'cafe-and-creme'],
    ['__proto__', 'proto'],
    ['日本', 'unnamed'],
    ['', 'unnamed'],
  ])('of %j is %j', (name, key) => expect(slugKey(name)).toBe(key));

  it('are never taken, and plain, for any list of names', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (names) => {
        const taken = new Set<string>();
        for (const name of names) {
          const key = slugKey(name, taken);
          expect(taken.has(key)).toBe(false);
          expect(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
          taken.add(key);
        }
      }),
    );
  });
});

it('the first record of a table is read with its quotation marks heeded', () => {
  expect(firstRecord('\ufeff\n"a, ""b""\nc",d\ne,f', ',')).toEqual(['a, b\nc', 'd']);
  expect(firstRecord('', ',')).toEqual(['']);
});

it('lines become paragraphs and lists', () => {
  const line = (text: string, bullet = false) => ({ line: 1, text, bullet, afterBlank: true });
  expect(describePageLines([line('One.'), line('You will:'), line('a', true), line('b', true), line('Two.')])).toBe('One.\n\nYou will:\n- a\n- b\n\nTwo.');
  expect(describePageLines([])).toBeNull();
});
