import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { importFromCommand } from '#app/services/imports/import-from-command.server.ts';
import { mostImportBytes } from '#app/services/imports/import-file-limits.ts';
import { StartProblem } from '#db/embedded/start-problem.ts';
import { describePeopleImport } from './command/describe-people-import.ts';
import { readArguments } from './command/read-arguments.ts';
import { runCommand } from './command/run-command.ts';
import { withOrganisation } from './command/with-organisation.ts';

const usage = 'npm run people:import -- FILE --organisation SLUG [--dry-run]';

await runCommand(async () => {
  const { values, positionals } = readArguments(usage, {
    allowPositionals: true,
    options: { organisation: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
  });
  const { organisation, 'dry-run': isDryRun } = values;
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new StartProblem(`Name one file.\nUsage: ${usage}`);
  if (organisation === undefined) throw new StartProblem(`Name the organisation.\nUsage: ${usage}`);
  // npm runs a command in the project's folder, wherever it was called.
  const place = resolve(process.env['INIT_CWD'] ?? '.', path);
  const found = await stat(place).catch(() => null);
  if (!found?.isFile()) throw new StartProblem(`${path} is not a file that can be read: check its name.`);
  if (found.size > mostImportBytes) throw new StartProblem(`${path} has ${found.size} bytes; a file may have ${mostImportBytes} at most.`);
  const bytes = await readFile(place).catch(() => {
    throw new StartProblem(`${path} cannot be read: check who may read it.`);
  });
  const result = await withOrganisation(organisation, 'Command: people:import', (context) => importFromCommand(context, { name: basename(path), bytes }, { isDryRun }));
  for (const line of describePeopleImport(result, { isDryRun })) console.log(line);
  if (!result.ok || result.plan.summary.counts.refused > 0) process.exitCode = 1;
});
