import type { ImportDocumentKind, ImportRefusal } from '#app/domain/framework/framework-facts.ts';
import { changeNotesCsvColumns, rolesCsvColumns, skillsCsvColumns } from '#app/domain/framework/reading/tables/csv-columns.ts';
import type { TableColumn } from '#app/domain/framework/reading/tables/csv-columns.ts';
import { matchHeader } from '#app/domain/framework/reading/tables/match-header.ts';
import { startReport } from '#app/domain/framework/start-report.ts';
import type { ImportReport } from '#app/domain/framework/start-report.ts';
import { checkReadable } from './check-readable.ts';
import { firstRecord } from './first-record.ts';

export type DocumentKindReading = { ok: true; kind: ImportDocumentKind } | { ok: false; refusals: ImportRefusal[] };

const pageMarks = [/^[^\w\n]*find out what .+ does\b/im, /^[^\w\n]*what an? .+ does[^\w\n]*$/im, /\brole levels?\b/i, /^[^\w\n]*(?:skill )?level[^\w\n]*: ?(?:awareness|working|practitioner|expert)/im, /^[^\w\n]*(?:awareness|working|practitioner|expert) is the \w+ of/im];
const jobMarks = [/\bperson specification\b/i, /^[^\w\n]*post title\b/im, /^[^\w\n]*pay ?band\b/im, /^[^\w\n]*essential(?: criteria)?[^\w\n]*$/im, /\bjob description\b/i];

/**
 * Which of the five kinds of document a text is, by what it holds; the file name counts only where that decides nothing.
 * Refuses what is no text, a table whose columns are not those of a known download (naming the missing ones, or the
 * wrong separator), and a text that is neither a role page nor a job description.
 */
export function readDocumentKind(fileName: string, text: string): DocumentKindReading {
  const report = startReport(fileName);
  checkReadable(text, report);
  const kind = report.refused ? null : (readTableKind(fileName, text, report) ?? (report.refused ? null : readTextKind(text, report)));
  return kind === null ? { ok: false, refusals: report.refusals() } : { ok: true, kind };
}

function readTableKind(fileName: string, text: string, report: ImportReport): ImportDocumentKind | null {
  const header = firstRecord(text, ',');
  const [roles, skills] = [known(header, rolesCsvColumns), known(header, skillsCsvColumns)];
  if (roles.missing.length === 0 || skills.missing.length === 0) return roles.missing.length === 0 ? 'roles-csv' : 'skills-csv';
  const notes = known(header, changeNotesCsvColumns);
  if (notes.missing.length === 0) return 'change-notes';
  for (const [separator, word] of [[';', 'semicolons'], ['\t', 'tabs'], ['|', 'bars']] as const) {
    const other = firstRecord(text, separator);
    if ([known(other, rolesCsvColumns), known(other, skillsCsvColumns), known(other, changeNotesCsvColumns)].some(({ found }) => found > 1)) {
      report.refuse(1, null, `${fileName} parts its columns by ${word}; save it as CSV parted by commas.`);
      return null;
    }
  }
  const found = Math.max(roles.found, skills.found, notes.found);
  if ((!/\.csv$/i.test(fileName) && found < 2) || (found < 2 && count(text, pageMarks) + count(text, jobMarks) > 2)) return null;
  if (notes.found > 1 && notes.found >= roles.found && notes.found >= skills.found) {
    for (const missing of notes.missing) report.refuse(1, missing, `The first row of ${fileName} has no column "${missing}", so it is not the change notes download.`);
    return null;
  }
  const nearRoles = roles.found / rolesCsvColumns.length >= skills.found / skillsCsvColumns.length;
  const [near, name, other] = nearRoles
    ? ([roles, 'the role content download', `, nor those of the skill download (${names(skillsCsvColumns)})`] as const)
    : ([skills, 'the skill download', `, nor those of the role content download (${names(rolesCsvColumns)})`] as const);
  for (const missing of near.missing) {
    report.refuse(1, missing, `The first row of ${fileName} has no column "${missing}", so it is not ${name}${near.found === 0 ? other : ''}.`);
  }
  return null;
}

function readTextKind(text: string, report: ImportReport): ImportDocumentKind | null {
  const [page, job] = [count(text, pageMarks), count(text, jobMarks)];
  if (page === 0 && job === 0) {
    report.refuse(null, null, `${report.file} is none of the documents that are read: a table with the columns ${names(rolesCsvColumns)}; one with ${names(skillsCsvColumns)}; one with ${names(changeNotesCsvColumns)}; a role page with numbered role levels and lines "Level: ..."; or a job description with a "Person specification".`);
    return null;
  }
  return page >= job ? 'role-page' : 'job-description';
}

function known<Key extends string>(header: readonly string[], columns: readonly TableColumn<Key>[]): { found: number; missing: string[] } {
  const match = matchHeader(header, columns);
  return { found: match.positions.size, missing: match.missing };
}

function names<Key extends string>(columns: readonly TableColumn<Key>[]): string {
  return columns.filter((column) => column.required).map((column) => column.header).join(', ');
}

function count(text: string, marks: readonly RegExp[]): number {
  return marks.filter((mark) => mark.test(text)).length;
}
