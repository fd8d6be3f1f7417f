import { compareNames } from '#app/domain/framework/compare-names.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import type { ImportReport } from '#app/domain/framework/start-report.ts';
import { pagePatterns } from './page-patterns.ts';
import type { PageLine } from './read-page-lines.ts';

/**
 * Holds the table of shared skills against the page's own skills and notices a name that is not among them. The table's
 * text does not tell roles from skills: a line that is no skill of the page counts as a role, unless it stands in
 * alphabetical place between two skills, as a skill would.
 */
export function checkSharedSkills(tail: readonly PageLine[], skillNames: readonly string[], report: ImportReport): void {
  const start = tail.findIndex((line) => pagePatterns.shared.test(line.text));
  if (start === -1) return;
  const end = tail.findIndex((line, at) => at > start && pagePatterns.ending.test(line.text));
  const known = new Set(skillNames.map(nameKey));
  const table = tail.slice(start + 1, end === -1 ? tail.length : end).filter((line) => !/^(?:role|shared skills)$/i.test(line.text));
  table.forEach((line, at) => {
    const before = table[at - 1];
    const after = table[at + 1];
    if (known.has(nameKey(line.text)) || before === undefined || after === undefined) return;
    const inPlace = compareNames(before.text, line.text) < 0 && compareNames(line.text, after.text) < 0;
    if (inPlace && known.has(nameKey(before.text)) && known.has(nameKey(after.text))) {
      report.notice('unknown-section', line.line, `The table of shared skills names "${line.text.slice(0, 80)}", which no role level of this page expects.`);
    }
  });
}
