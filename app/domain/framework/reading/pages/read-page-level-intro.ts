import { readGrades } from '#app/domain/framework/reading/read-grades.ts';
import type { ImportReport } from '#app/domain/framework/start-report.ts';
import { describePageLines } from './describe-page-lines.ts';
import { pagePatterns } from './page-patterns.ts';
import type { PageLine } from './read-page-lines.ts';

/**
 * The description and grades of a role level, from the lines between its heading and its first skill. Grades are null
 * where the page is silent, empty where it says that there are none; a grade that is no known one is noticed and left out.
 */
export function readPageLevelIntro(lines: readonly PageLine[], report: ImportReport): { description: string | null; grades: string[] | null } {
  const at = lines.findIndex((line) => !line.bullet && pagePatterns.grades.test(line.text));
  const table = lines.findIndex((line) => !line.bullet && pagePatterns.skillsTable.test(line.text));
  const described = lines.filter((_, index) => (table === -1 || index < table) && (at === -1 || index < at));
  const description = describePageLines(described);
  const sentence = lines[at];
  if (sentence === undefined) return { description, grades: null };
  const rest = lines.slice(at + 1, table > at ? table : lines.length);
  const listed = [];
  for (const line of rest) {
    if (!line.bullet && readGrades(line.text).length === 0) break;
    listed.push(line);
  }
  for (const line of listed) {
    if (readGrades(line.text).length === 0) report.notice('unknown-section', line.line, `"${line.text.slice(0, 60)}" is no known civil service grade and is left out.`);
  }
  const inline = sentence.text.replace(/^.*?\bgrades?\b/i, '');
  const grades = readGrades([inline, ...listed.map((line) => line.text)].join('\n'));
  if (grades.length > 0) return { description, grades };
  if (/\b(?:no|not|without)\b/i.test(sentence.text)) return { description, grades: [] };
  report.notice('unknown-section', sentence.line, `Line ${sentence.line} announces civil service grades and no grade follows.`);
  return { description, grades: null };
}
