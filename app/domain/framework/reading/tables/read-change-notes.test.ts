import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ChangeNote, ImportReading } from '#app/domain/framework/framework-facts.ts';
import { frameworkLimits } from '#app/domain/framework/framework-limits.ts';
import { officialScale } from '#app/domain/framework/framework-scales.ts';
import { readRolePage } from '#app/domain/framework/reading/pages/read-role-page.ts';
import { readDocumentKind } from '#app/domain/framework/reading/read-document-kind.ts';
import { readNoteClaims } from '#app/domain/framework/release/notes/read-note-claims.ts';
import { readChangeNotesCsv } from './read-change-notes-csv.ts';

const header = ['Timestamp', 'Page', 'Change note'];
const read = (...rows: string[][]) => readChangeNotesCsv([header, ...rows], 'notes.csv');
const page = readFileSync(new URL('../../../../../tests/fixtures/framework/harbour-keeper.txt', import.meta.url), 'utf8');

function accepted(reading: ImportReading) {
  if (!reading.ok) throw new Error(reading.refusals.map((refusal) => refusal.message).join('\n'));
  return reading;
}

describe('the change notes download', () => {
  it('gives dated notes in the order of the file and no facts', () => {
    const reading = accepted(read(['2025-12-04T10:00:00Z', ' Rope\u00a0work ', 'Knots were added.\r\nOars too.'], ['2024-02-29', 'Homepage', 'First, "of many".']));
    expect(reading.kind).toBe('change-notes');
    expect(reading.facts).toEqual({ scale: officialScale, families: [], roles: [], skills: [] });
    expect(reading.changeNotes).toEqual([
      { date: '2025-12-04', page: 'Rope work', note: 'Knots were added.\nOars too.' },
      { date: '2024-02-29', page: 'Homepage', note: 'First, "of many".' },
    ]);
    expect(reading.notices.map((notice) => notice.kind)).toEqual(['cleaned-name']);
  });

  it('takes columns in any order and leaves a repeated record out with a notice', () => {
    const reading = accepted(readChangeNotesCsv([['change note', 'PAGE', 'Timestamp'], ['a', 'Oars', '2025-01-01'], ['a', 'Oars', '2025-01-01T09:00:00+01:00'], ['b', 'Oars', '2025-01-01']], 'notes.csv'));
    expect(reading.changeNotes?.map(({ note }) => note)).toEqual(['a', 'b']);
    expect(reading.notices).toEqual([{ kind: 'duplicate-row', file: 'notes.csv', row: 3, message: 'Row 3 repeats row 2 and is left out.' }]);
  });

  it.each(['2025-12-04', '2025-12-04T10:00', '2025-12-04 10:00:59', '2025-12-04T10:00:00.123Z', '2025-12-04T23:59:59+01:00', '2025-12-04T10:00:00 UTC'])('takes the timestamp %s', (timestamp) =>
    expect(accepted(read([timestamp, 'Oars', 'a'])).changeNotes).toEqual([{ date: '2025-12-04', page: 'Oars', note: 'a' }]),
  );

  it.each<[string, string[], string, RegExp]>([
    ['no timestamp', ['', 'Oars', 'a'], 'Timestamp', /nothing under "Timestamp"/],
    ['the 31st of February', ['2025-02-31', 'Oars', 'a'], 'Timestamp', /no such day/],
    ['the 29th of February of a common year', ['2025-02-29T10:00:00Z', 'Oars', 'a'], 'Timestamp', /no such day/],
    ['a month of 13', ['2025-13-01', 'Oars', 'a'], 'Timestamp', /no such day/],
    ['an hour of 25', ['2025-12-04T25:00:00Z', 'Oars', 'a'], 'Timestamp', /2025-12-04T25:00:00Z/],
    ['a date in British order', ['04/12/2025', 'Oars', 'a'], 'Timestamp', /Write it as a date/],
    ['a day in words', ['4 December 2025', 'Oars', 'a'], 'Timestamp', /Write it as a date/],
    ['a number for a date', ['46000', 'Oars', 'a'], 'Timestamp', /Write it as a date/],
    ['a date with something after it', ['2025-12-04 or so', 'Oars', 'a'], 'Timestamp', /Write it as a date/],
    ['no page', ['2025-12-04', ' \u200b', 'a'], 'Page', /nothing under "Page"/],
    ['a page as long as a paragraph', ['2025-12-04', 'x'.repeat(300), 'a'], 'Page', /300 characters/],
    ['no note', ['2025-12-04', 'Oars', ' '], 'Change note', /nothing under "Change note"/],
    ['an endless note', ['2025-12-04', 'Oars', 'x'.repeat(frameworkLimits.noteLength + 1)], 'Change note', /at most 4000/],
  ])('is refused for %s, by row and column', (_what, row, column, message) => {
    const reading = read(['2025-01-01', 'Oars', 'fine'], row);
    expect(reading.ok).toBe(false);
    expect(reading.ok ? [] : reading.refusals).toEqual([{ file: 'notes.csv', row: 3, column, message: expect.stringMatching(message) }]);
  });

  it('is refused without a column, without records and with a short row', () => {
    const refusals = [readChangeNotesCsv([['Timestamp', 'Page'], ['2025-01-01', 'Oars']], 'notes.csv'), read(), read(['2025-01-01', 'Oars'])];
    expect(refusals.map((reading) => (reading.ok ? '' : reading.refusals[0]?.message))).toEqual([
      expect.stringContaining('"Change note" is missing'),
      expect.stringContaining('nothing under them'),
      expect.stringContaining('has 2 cells, the header has 3'),
    ]);
  });

  it('is known by its header, whatever the file is called', () => {
    expect(readDocumentKind('upload', 'Timestamp,Page,Change note\n2025-01-01,Oars,a')).toEqual({ ok: true, kind: 'change-notes' });
    const parted = readDocumentKind('notes.csv', 'Timestamp;Page;Change note\n2025-01-01;Oars;a');
    expect(parted.ok ? '' : parted.refusals[0]?.message).toContain('semicolons');
    const short = readDocumentKind('notes.csv', 'Timestamp,Page\n2025-01-01,Oars');
    expect(short.ok ? [] : short.refusals).toEqual([{ file: 'notes.csv', row: 1, column: 'Change note', message: expect.stringContaining('not the change notes download') }]);
  });
});

describe('the updates of a role page', () => {
  const notes: ChangeNote[] = [
    { date: '2024-03-03', page: 'Harbour keeper', note: 'The knots were tied anew.' },
    { date: '2019-02-01', page: 'Harbour keeper', note: 'First published.' },
  ];

  it.each<[string, (text: string) => string]>([
    ['as dates with bullets', (text) => text],
    ['as dates with paragraphs', (text) => text.replace(/^ *• (?=The knots|First)/gm, '')],
    ['without blank lines', (text) => text.replace(/\n\n+/g, '\n')],
    ['with a note on the line of its date', (text) => text.replace(/^3 March 2024\n\n *• /m, '3 March 2024 - ').replace(/^1 February 2019\n\n *• /m, '1 February 2019: ')],
    ['under another heading', (text) => text.replace(/^Updates$/m, 'Change log')],
    ['before a footer', (text) => `${text}\nIs this page useful?\n\nYes\n\nNo`],
    ['with ISO dates', (text) => text.replace(/^3 March 2024$/m, '2024-03-03')],
  ])('are read %s', (_what, change) => {
    const { changeNotes, notices } = accepted(readRolePage(change(page), 'page.txt'));
    expect(changeNotes).toEqual(notes);
    expect(notices).toEqual([]);
  });

  it('are empty where the page has none', () => {
    expect(accepted(readRolePage(page.replace(/^Updates[^]*$/m, ''), 'page.txt')).changeNotes).toEqual([]);
  });

  it('are left out with a notice where they stand under no date, or under no such day', () => {
    const { changeNotes, notices } = accepted(readRolePage(page.replace(/^3 March 2024$/m, '31 February 2024'), 'page.txt'));
    expect(changeNotes).toEqual(notes.slice(1));
    expect(notices.map((notice) => notice.message)).toEqual([expect.stringContaining('"31 February 2024"'), expect.stringContaining('under no date')]);
    const undated = accepted(readRolePage(page.replace(/^3 March 2024$/m, ''), 'page.txt'));
    expect(undated.notices.map((notice) => notice.kind)).toEqual(['unknown-section']);
  });

  const official = new URL('../../../../../../shared/framework/role-pages/', import.meta.url);
  it.each(existsSync(official) ? [official] : [])('tell of the official pages what happened when', (folder) => {
    const claims = ['it-service-manager.txt', 'incident-manager.txt'].map((file) =>
      (accepted(readRolePage(readFileSync(new URL(file, folder), 'utf8'), file)).changeNotes ?? []).flatMap((note) => readNoteClaims(note).map((claim) => ({ date: note.date, ...claim }))),
    );
    expect(claims[1]).toEqual([]);
    expect(claims[0]).toEqual(
      expect.arrayContaining([
        { date: '2024-11-30', kind: 'renamed', part: 'skill', from: 'service reporting', to: 'IT service reporting' },
        { date: '2022-08-30', kind: 'renamed', part: 'skill', from: 'relationship management', to: 'stakeholder relationship management (IT operations)' },
        { date: '2022-08-30', kind: 'level-added', part: 'role-level', names: ['IT service analyst'] },
        { date: '2024-05-31', kind: 'grades-updated', names: ['Head of IT service management'] },
      ]),
    );
  });
});
