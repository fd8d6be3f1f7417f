import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { ImportRefusal } from '#app/domain/framework/framework-facts.ts';
import { frameworkLimits } from '#app/domain/framework/framework-limits.ts';
import { readJobDescription } from '#app/domain/framework/reading/pages/read-job-description.ts';
import { readRolePage } from '#app/domain/framework/reading/pages/read-role-page.ts';
import { readRolesCsv } from '#app/domain/framework/reading/tables/read-roles-csv.ts';
import { readSkillsCsv } from '#app/domain/framework/reading/tables/read-skills-csv.ts';
import { readDocumentKind } from './read-document-kind.ts';

const text = (file: string) => readFileSync(new URL(`../../../../tests/fixtures/framework/${file}`, import.meta.url), 'utf8');
const page = text('harbour-keeper.txt');
const job = text('lighthouse-manager.md');
const rolesRows: string[][] = parse(text('roles.csv'), { bom: true });
const skillsRows: string[][] = parse(text('skills.csv'), { bom: true });

type Outcome = { ok: true } | { ok: false; refusals: ImportRefusal[] };
const kind = (name: string, content: string) => (): Outcome => readDocumentKind(name, content);
const roles = (change: (rows: string[][]) => string[][]) => (): Outcome => readRolesCsv(change(structuredClone(rolesRows)), 'roles.csv');
const skills = (change: (rows: string[][]) => string[][]) => (): Outcome => readSkillsCsv(change(structuredClone(skillsRows)), 'skills.csv');
const rolePage = (content: string) => (): Outcome => readRolePage(content, 'page.txt');
const jobDescription = (content: string) => (): Outcome => readJobDescription(content, 'job.md');
const without = (rows: string[][], column: number) => rows.map((row) => row.filter((_, index) => index !== column));
const set = (rows: string[][], row: number, column: number, value: string) => rows.map((cells, at) => (at + 1 === row ? cells.with(column, value) : cells));
const lineOf = (content: string, part: string) => content.slice(0, content.indexOf(part)).split('\n').length;

/** What is wrong, the reading, the row or line named (null: the whole file), and words of the message. */
const cases: [string, () => Outcome, number | null, RegExp][] = [
  ['an empty file', kind('roles.csv', ''), null, /roles\.csv is empty/],
  ['a file of blanks', kind('page.txt', ' \n\ufeff \n'), null, /is empty/],
  ['a web page called .csv', kind('roles.csv', '<!DOCTYPE html><html><body>Role</body></html>'), 1, /web page/],
  ['a spreadsheet called .csv', kind('roles.csv', 'PK\u0003\u0004\u0014\u0000\u0006'), 1, /zip archive or an office document/],
  ['a PDF called .txt', kind('page.txt', '%PDF-1.7 ...'), 1, /PDF/],
  ['rich text', kind('page.txt', '{\\rtf1\\ansi Level: working}'), 1, /rich text/],
  ['JSON', kind('roles.csv', '{"roles": []}'), 1, /JSON/],
  ['text in another encoding', kind('page.txt', 'Harbour keeper\n\nLevel: working \ufffd'), 3, /not UTF-8/],
  ['binary data', kind('skills.csv', 'Skill Name\u0000\u0001'), 1, /not UTF-8/],
  ['a table parted by semicolons', kind('roles.csv', 'Role Family;Role;Role Level;Skill Name;Skill Level\na;b;c;d;Working'), 1, /semicolons/],
  ['a table parted by tabs', kind('skills.csv', 'Skill Name\tSkill Description\tAwareness\tWorking\tPractitioner\tExpert'), 1, /tabs/],
  ['a table of something else', kind('people.csv', 'Name,Team,Grade\nA,B,C'), 1, /no column "Role Family"/],
  ['a roles table without skill levels', kind('roles.csv', 'Role Family,Role,Role Level,Skill Name\na,b,c,d'), 1, /no column "Skill Level"/],
  ['a skills table without one step', kind('skills.csv', 'Skill Name,Awareness,Working,Expert\na,b,c,d'), 1, /no column "Practitioner"/],
  ['a letter', kind('letter.txt', 'Dear all,\nthe meeting is on Monday.'), null, /none of the documents/],

  ['roles.csv with no rows at all', roles(() => []), null, /empty/],
  ['roles.csv of blank rows', roles(() => [[''], ['', '']]), null, /empty/],
  ['roles.csv with its header only', roles((rows) => rows.slice(0, 1)), 1, /nothing under them/],
  ['roles.csv without its header', roles((rows) => rows.slice(1)), 1, /"Role Family" is missing/],
  ['roles.csv without skill names', roles((rows) => without(rows, 5)), 1, /"Skill Name" is missing/],
  ['roles.csv with a column twice', roles((rows) => rows.map((row) => [...row, row[7] ?? ''])), 1, /"Skill Level" stands more than once/],
  ['roles.csv with prototype names for headers', roles(() => [['__proto__', 'constructor', 'toString'], ['a', 'b', 'c']]), 1, /missing/],
  ['roles.csv with an empty skill name', roles((rows) => set(rows, 7, 5, ' \u200b')), 7, /nothing under "Skill Name"/],
  ['roles.csv with an empty skill level', roles((rows) => set(rows, 9, 7, '')), 9, /nothing under "Skill Level"/],
  ['roles.csv with an empty role level', roles((rows) => set(rows, 4, 3, '')), 4, /nothing under "Role Level"/],
  ['roles.csv with a level no scale has', roles((rows) => set(rows, 6, 7, 'Superb')), 6, /"Superb".*Awareness, Working, Practitioner, Expert/],
  ['roles.csv with two expected levels for one skill', roles((rows) => [...rows, (rows[1] ?? []).with(7, 'Expert')]), 29, /Expert on row 29 and at Awareness on row 2/],
  ['roles.csv with a role in two families', roles((rows) => set(rows, 2, 0, 'Elsewhere')), 3, /Elsewhere.*row 2/],
  ['roles.csv with a short row', roles((rows) => rows.map((row, at) => (at === 4 ? row.slice(0, 6) : row))), 5, /has 6 cells, the header has 10/],
  ['roles.csv with a long row', roles((rows) => rows.map((row, at) => (at === 4 ? [...row, 'spilled'] : row))), 5, /has 11 cells/],
  ['roles.csv with a name as long as a paragraph', roles((rows) => set(rows, 3, 5, 'x'.repeat(500))), 3, /500 characters/],
  ['roles.csv with an endless cell', roles((rows) => set(rows, 3, 8, 'x'.repeat(frameworkLimits.cellLength + 1))), 3, /never closed/],
  ['roles.csv with too many rows', roles((rows) => [...rows, ...Array.from({ length: frameworkLimits.records }, () => rows[1] ?? [])]), null, /at most 20000 rows/],

  ['skills.csv with an empty name', skills((rows) => set(rows, 3, 0, '')), 3, /no skill name/],
  ['skills.csv that tells a skill in two ways', skills((rows) => [...rows, (rows[1] ?? []).with(2, 'You can:\n- do more')]), 9, /row 2 and again.*row 9/],
  ['skills.csv that lost all wording', skills((rows) => rows.map((row, at) => (at === 0 ? row : [row[0] ?? '', row[1] ?? '', '', '', '', '', '']))), 2, /lost its level descriptions/],
  ['skills.csv without names', skills((rows) => without(rows, 0)), 1, /"Skill Name" is missing/],

  ['a page without role level headings', rolePage(page.replace(/^\d\. .*\n/gm, '')), null, /No role level heading/],
  ['a page with one role level heading lost', rolePage(page.replace(/^2\. .*\n/m, '')), lineOf(page, 'Does the work.') - 1, /role level heading is missing/],
  ['a page with a role level without skills', rolePage(page.slice(0, page.indexOf('Does the work.') + 20)), lineOf(page, '2. Harbour keeper'), /"Harbour keeper" on line \d+ has no skills/],
  ['a page without level lines', rolePage(page.replace(/^Level: .*\n/gm, '')), lineOf(page, '1. Associate'), /has no skills/],
  ['a page whose first skill lost its level', rolePage(page.replace(/^Level: .*\n/m, '')), lineOf(page, 'Calm under pressure'), /without a line "Level/],
  ['a page whose third skill lost its level', rolePage(page.replace('Reading tides\n\nLevel: awareness\n', 'Reading tides\n')), lineOf(page, 'Reading tides'), /"Reading tides" where a skill name/],
  ['a page without skill names', rolePage(page.replace(/^.*\n\nLevel:/gm, 'Level:')), lineOf(page, 'Level:') - 2, /no skill name stands above/],
  ['a page with an unknown level', rolePage(page.replace('Level: working', 'Level: superb')), lineOf(page, 'Level: working'), /"superb"/],
  ['a page with a skill at two levels', rolePage(page.replace('Night watch\n\nLevel: awareness', 'Rope work\n\nLevel: expert')), lineOf(page, 'Rope work'), /at one level on line \d+ and at another/],
  ['a page with a role level twice', rolePage(page.replace('2. Harbour keeper', '2. Associate harbour keeper')), lineOf(page, '2. Harbour keeper'), /second time/],
  ['a page cut in the middle of a skill', rolePage(page.slice(0, page.indexOf('Level: practitioner'))), null, /skill name|has no skills/],
  ['a page that never names its role', rolePage(page.slice(page.indexOf('1. Associate'))), 1, /does not name its role/],
  ['a page on one endless line', rolePage(page.replaceAll('\n', ' ').repeat(5)), 1, /longer than 4000 characters/],
  ['a page of many megabytes', rolePage(page.repeat(200)), null, /at most 400000/],
  ['prose instead of a page', rolePage('Dear all,\n\nthe role level is fine.'), null, /No role level heading/],

  ['a job description without a specification', jobDescription(job.replace('PERSON SPECIFICATION', 'WISHES')), null, /No heading "Person specification"/],
  ['a job description with nothing under it', jobDescription(job.slice(0, job.indexOf('### Seeing far'))), lineOf(job, '## PERSON'), /No area/],
  ['an area without criteria', jobDescription(job.replace(/\* reach[^#]*/, '')), lineOf(job, '### Climbing'), /"Climbing stairs" on line \d+ has no criteria/],
  ['an area without an essential list', jobDescription(job.replace('#### Essential\n* reach', '* reach')), lineOf(job, '### Climbing'), /no heading "Essential"/],
  ['an area with desirable criteria only', jobDescription(job.replace('#### Essential\n* reach', '#### Desirable\n* reach')), lineOf(job, '### Climbing'), /no essential ones/],
  ['an area whose heading is lost', jobDescription(job.replace('### Climbing stairs\n', '')), lineOf(job, '* reach') - 2, /second list of essential/],
  ['an area that stands twice', jobDescription(job.replace('### Climbing stairs', '### Seeing far')), lineOf(job, '### Climbing'), /again on line/],
  ['a job description without post title', jobDescription(job.replace(/^POST TITLE.*\n/m, '').replace(/^title:.*\n/m, '')), 1, /does not name the post/],
];

it.each(cases)('%s is refused with what is wrong and where', (_what, read, row, message) => {
  const outcome = read();
  expect(outcome.ok).toBe(false);
  const refusals = outcome.ok ? [] : outcome.refusals;
  expect(refusals.map((refusal) => refusal.message).join('\n')).toMatch(message);
  expect(row === null ? [null] : refusals.map((refusal) => refusal.row)).toContain(row);
  expect(refusals.every((refusal) => refusal.file !== '' && refusal.message.length > 10)).toBe(true);
});

it('a file with a problem in every row lists the first fifty and counts the rest', () => {
  const rows = [rolesRows[0] ?? [], ...Array.from({ length: 120 }, () => (rolesRows[1] ?? []).with(7, 'Superb'))].map((row, at) => (at === 0 ? row : row.with(6, String(at))));
  const outcome = readRolesCsv(rows, 'roles.csv');
  const refusals = outcome.ok ? [] : outcome.refusals;
  expect(refusals).toHaveLength(frameworkLimits.refusals + 1);
  expect(refusals.at(-1)?.message).toBe('And 70 more problems of this kind.');
});
