import type { ChangeNote } from '#app/domain/framework/framework-facts.ts';
import { frameworkLimits } from '#app/domain/framework/framework-limits.ts';
import { readDocumentDate } from '#app/domain/framework/reading/read-document-date.ts';
import type { ImportReport } from '#app/domain/framework/start-report.ts';
import { pagePatterns } from './page-patterns.ts';
import type { PageLine } from './read-page-lines.ts';

const updatesHead = /^(?:(?:page |all )?updates|change (?:notes?|log|history)):?$/i;
const dated = /^(?:(?:on )?(\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\.?,? \d{4}|\d{4}-\d{2}-\d{2}))(?: ?[:–—-] ?(.+))?$/i;
const about = /^(?:(?:first |last )?(?:published|updated)\b.{0,40}\d{4}.*|(?:show|see|hide|view|open|close) .*(?:updates?|changes|history).*|\+ ?.*updates.*)$/i;

/**
 * The notes of a role page's updates, in the order of the page: dates as headings, each with its lines under it (bullets
 * or not), or a date and its note on one line. `tail` is what follows the role levels. Pages without updates have none.
 * Notices a line under no date and a heading that is no such day, which are left out with what stands under it.
 */
export function readPageUpdates(tail: readonly PageLine[], roleName: string, report: ImportReport): ChangeNote[] {
  const start = tail.findLastIndex((line) => !line.bullet && updatesHead.test(line.text));
  if (start === -1) return [];
  const notes: ChangeNote[] = [];
  let date: string | null = null;
  for (const line of tail.slice(start + 1)) {
    if (!line.bullet && pagePatterns.ending.test(line.text)) break;
    const heading = line.bullet ? null : dated.exec(line.text);
    if (heading !== null) date = readDocumentDate(heading[1] ?? '');
    else if (!line.bullet && about.test(line.text)) continue;
    const text = heading === null ? line.text : (heading[2] ?? '');
    if (heading !== null && date === null) report.notice('unknown-section', line.line, `"${line.text.slice(0, 60)}" on line ${line.line} is no such day: what stands under it is left out.`);
    else if (text !== '' && date === null) report.notice('unknown-section', line.line, `Line ${line.line} of the updates stands under no date and is left out.`);
    else if (text.length > frameworkLimits.noteLength) report.notice('unknown-section', line.line, `The note on line ${line.line} is longer than ${frameworkLimits.noteLength} characters and is left out.`);
    else if (text !== '' && date !== null) notes.push({ date, page: roleName, note: text });
  }
  return notes;
}
