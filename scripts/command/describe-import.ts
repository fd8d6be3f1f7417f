import type { FactsCount } from '#app/domain/framework/count-facts.ts';
import type { ImportNotice } from '#app/domain/framework/framework-facts.ts';
import { countChanges } from '#app/services/framework/count-changes.server.ts';
import type { ExpectationChange } from '#app/services/framework/framework-changes.ts';
import type { FrameworkImport, ImportResult } from '#app/services/framework/import-result.ts';
import { documentKindNames, noticeHeadings } from '#app/services/framework/import-words.ts';
import { locateProblem } from '#app/services/framework/locate-problem.server.ts';

/** Lines of one list that are printed; the rest are counted. */
const most = 30;

function counted(count: FactsCount): string {
  const parts: [number, string, string][] = [
    [count.families, 'role family', 'role families'],
    [count.roles, 'role', 'roles'],
    [count.roleLevels, 'role level', 'role levels'],
    [count.skills, 'skill', 'skills'],
    [count.expectations, 'expectation', 'expectations'],
    [count.statements, 'statement', 'statements'],
  ];
  return parts.map(([number, one, many]) => `${number} ${number === 1 ? one : many}`).join(', ');
}

function listed(lines: readonly string[]): string[] {
  const shown = lines.slice(0, most).map((line) => `  - ${line}`);
  return lines.length > most ? [...shown, `  and ${lines.length - most} more`] : shown;
}

function notices(all: readonly ImportNotice[]): string[] {
  return noticeHeadings.flatMap(([kind, heading]) => {
    const found = all.filter((notice) => notice.kind === kind);
    if (found.length === 0) return [];
    return ['', `${heading}: ${found.length}`, ...listed(found.map(locateProblem))];
  });
}

function expectation({ roleLevelName, skillName, before, after }: ExpectationChange): string {
  const level = (value: number | null) => (value === null ? 'not expected' : `level ${value}`);
  return `${roleLevelName}: ${skillName}, ${level(before)} -> ${level(after)}`;
}

function framework(entry: FrameworkImport, isDryRun: boolean): string[] {
  const { changes } = entry;
  const over = entry.adoptedLabel === null ? 'new here' : `laid over "${entry.adoptedLabel}"`;
  const head = ['', `${entry.frameworkName} (${over}): ${counted(entry.counts)}`];
  if (entry.isUnchanged) return [...head, '  Nothing to change.'];
  const sorts = countChanges(changes).map(
    ({ what, added, changed, removed }) => `  ${what}: ${added} added, ${changed} changed, ${removed} removed`,
  );
  const isNew = entry.adoptedLabel === null;
  const levels = [...changes.expectationsChanged, ...changes.expectationsRemoved, ...(isNew ? [] : changes.expectationsAdded)];
  const end = isDryRun ? [] : [`  Published and adopted as "${entry.publishedLabel}".`];
  return [...head, ...sorts, ...listed(levels.map(expectation)), ...end];
}

/** What an import found, changed or refused, line by line. */
export function describeImport(result: ImportResult, isDryRun: boolean): string[] {
  const files = result.files.map(({ name, kind, counts }) => `${name}: ${documentKindNames[kind]}; ${counted(counts)}`);
  if (!result.ok) {
    const refusals = result.refusals.map((refusal) => `  - ${locateProblem(refusal)}`);
    return [...files, '', 'Refused; nothing was stored:', ...refusals];
  }
  return [
    ...files,
    ...notices(result.notices),
    ...result.frameworks.flatMap((entry) => framework(entry, isDryRun)),
    ...(isDryRun ? ['', 'Dry run: nothing was stored.'] : []),
  ];
}
