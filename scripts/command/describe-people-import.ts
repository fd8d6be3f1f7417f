import type { Fate } from '#app/domain/spreadsheet/import-words.ts';
import type { CommandImport } from '#app/services/imports/import-from-command.server.ts';

const words: Record<Fate, string> = { add: 'added', change: 'changed', same: 'as they are', 'left-out': 'left out', refused: 'refused' };

/** What becomes of the rows of a people spreadsheet, line by line: those that are as they are recorded are only counted. */
export function describePeopleImport(result: CommandImport, { isDryRun }: { isDryRun: boolean }): string[] {
  if (!result.ok) return [result.message, '', 'Nothing was stored.'];
  const { plan, columns, isBroughtIn } = result;
  const rows = plan.fates
    .filter(({ fate }) => fate !== 'same')
    .flatMap(({ row, subject, fate, changes, problems }) => [
      `  row ${row}: ${subject}: ${words[fate]}`,
      ...changes.map((change) => `    - ${change}`),
      ...problems.map(({ column, message }) => `    - ${column === null ? '' : `column ${column}: `}${message}`),
    ]);
  const { counts } = plan.summary;
  const counted = (Object.keys(words) as Fate[]).filter((fate) => counts[fate] > 0).map((fate) => `${counts[fate]} ${words[fate]}`);
  return [`Columns: ${columns.join('; ')}`, `${plan.summary.rows} rows: ${counted.join(', ') || 'none'}`, ...rows, '', ending(isBroughtIn, isDryRun, counts.refused)];
}

function ending(isBroughtIn: boolean, isDryRun: boolean, refused: number): string {
  if (isBroughtIn) return 'Brought in.';
  if (refused > 0) return `${refused} rows are refused, so nothing was stored. Put them right in the file, or bring it in on the page Imports, where names can be said and slips accepted.`;
  return isDryRun ? 'Dry run: nothing was stored.' : 'Nothing was stored.';
}
