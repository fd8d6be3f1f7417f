import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { readEnv } from '#app/platform/env.server.ts';
import { importFramework } from '#app/services/framework/import/import-framework.server.ts';
import { importLimits, type ImportFile } from '#app/services/framework/import/import-limits.ts';
import { previewImport } from '#app/services/framework/import/preview-import.server.ts';
import { StartProblem } from '#db/embedded/start-problem.ts';
import { describeImport } from './command/describe-import.ts';
import { readArguments } from './command/read-arguments.ts';
import { runCommand } from './command/run-command.ts';
import { withOrganisation } from './command/with-organisation.ts';

const usage = 'npm run framework:import -- FILE... --organisation SLUG [--dry-run]';

async function read(path: string): Promise<ImportFile> {
  // npm runs a command in the project's folder, wherever it was called.
  const place = resolve(process.env['INIT_CWD'] ?? '.', path);
  const found = await stat(place).catch(() => null);
  if (!found?.isFile()) throw new StartProblem(`${path} is not a file that can be read: check its name.`);
  if (found.size > importLimits.bytesPerFile) {
    throw new StartProblem(`${path} has ${found.size} bytes; a file may have ${importLimits.bytesPerFile} at most.`);
  }
  try {
    return { name: basename(path), bytes: await readFile(place) };
  } catch {
    throw new StartProblem(`${path} cannot be read: check who may read it.`);
  }
}

await runCommand(async () => {
  const { values, positionals } = readArguments(usage, {
    allowPositionals: true,
    options: { organisation: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
  });
  const { organisation, 'dry-run': isDryRun } = values;
  if (positionals.length === 0) throw new StartProblem(`Name at least one file.\nUsage: ${usage}`);
  if (organisation === undefined) throw new StartProblem(`Name the organisation.\nUsage: ${usage}`);
  if (positionals.length > importLimits.files) throw new StartProblem(`At most ${importLimits.files} files are read at once.`);
  const files = await Promise.all(positionals.map(read));
  const result = await withOrganisation(organisation, 'Command: framework:import', (context) =>
    isDryRun ? previewImport(context, files) : importFramework(context, files),
  );
  const { origin, port } = readEnv();
  for (const line of describeImport(result, { isDryRun, origin: origin ?? `http://localhost:${port}` })) console.log(line);
  if (!result.ok || (!isDryRun && result.frameworks.some(({ undecided }) => undecided.length > 0))) process.exitCode = 1;
});
