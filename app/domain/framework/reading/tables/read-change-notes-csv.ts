import { cleanText } from '#app/domain/framework/clean-text.ts';
import type { ChangeNote, ImportReading } from '#app/domain/framework/framework-facts.ts';
import { frameworkLimits } from '#app/domain/framework/framework-limits.ts';
import { officialScale } from '#app/domain/framework/framework-scales.ts';
import { readDocumentDate } from '#app/domain/framework/reading/read-document-date.ts';
import { startReport } from '#app/domain/framework/start-report.ts';
import type { ImportReport } from '#app/domain/framework/start-report.ts';
import { changeNotesCsvColumns } from './csv-columns.ts';
import type { ChangeNotesCsvKey } from './csv-columns.ts';
import { readTable } from './read-table.ts';
import type { TableRecord } from './read-table.ts';

const timestamp = /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?(?: ?(?:Z|UTC|GMT|[+-](?:0\d|1[0-4]):?[0-5]\d))?)?$/i;

/**
 * What the "Change notes" download says: dated notes, each with the role, skill or "Homepage" it stands with, in the
 * order of the file; no facts. The day of a timestamp is taken as written, whatever its time zone. Refuses, with row
 * and column, a timestamp that is no ISO date or no such day, an empty page or note, and a note that is too long. A
 * repeated record is left out and noticed. Throws nothing.
 */
export function readChangeNotesCsv(rows: readonly (readonly string[])[], file: string): ImportReading {
  const report = startReport(file);
  const seen = new Map<string, number>();
  const changeNotes: ChangeNote[] = [];
  for (const record of readTable(rows, changeNotesCsvColumns, report)) {
    const note = readRecord(record, report);
    if (note === null) continue;
    const whole = JSON.stringify([note.date, note.page, note.note]);
    const before = seen.get(whole);
    if (before === undefined) {
      seen.set(whole, record.row);
      changeNotes.push(note);
    } else {
      report.notice('duplicate-row', record.row, `Row ${record.row} repeats row ${before} and is left out.`);
    }
  }
  if (report.refused) return { ok: false, refusals: report.refusals() };
  const facts = { scale: officialScale.map((step) => ({ ...step })), families: [], roles: [], skills: [] };
  return { ok: true, kind: 'change-notes', notices: report.notices, facts, changeNotes };
}

function readRecord({ row, cell }: TableRecord<ChangeNotesCsvKey>, report: ImportReport): ChangeNote | null {
  const date = readTimestamp(cleanText(cell('timestamp')), row, report);
  const page = report.name(cell('page'), row, 'Page');
  const note = cleanText(cell('note'));
  if (page === '') report.refuse(row, 'Page', `Row ${row} has nothing under "Page". A note stands with a role, a skill or "Homepage".`);
  if (note === '') report.refuse(row, 'Change note', `Row ${row} has nothing under "Change note".`);
  if (note.length > frameworkLimits.noteLength) {
    report.refuse(row, 'Change note', `Row ${row} has a note of ${note.length} characters; at most ${frameworkLimits.noteLength} are read. Has another text slipped into it?`);
  }
  return date === null || page === '' || note === '' ? null : { date, page, note };
}

function readTimestamp(value: string, row: number, report: ImportReport): string | null {
  const day = timestamp.exec(value)?.[1];
  const date = day === undefined ? null : readDocumentDate(day);
  if (value === '') report.refuse(row, 'Timestamp', `Row ${row} has nothing under "Timestamp".`);
  else if (day === undefined) report.refuse(row, 'Timestamp', `Row ${row} has the timestamp "${value.slice(0, 60)}". Write it as a date, 2025-12-04, or as a date with a time, 2025-12-04T10:00:00Z.`);
  else if (date === null) report.refuse(row, 'Timestamp', `Row ${row} has the timestamp "${value.slice(0, 60)}": there is no such day.`);
  return date;
}
