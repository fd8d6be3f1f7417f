import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const shelf = '.cache/scripts';
const day = 24 * 3_600_000;
/** What the scripts are made of. */
const folders = ['app', 'db', 'scripts', 'tests/fixtures', 'tests/helpers'];
/** What tests start as processes of their own, beside the scripts of workers. */
const commands = ['audit-verify', 'framework-import', 'mail-show', 'rebuild-current'].map((name) => `scripts/${name}.ts`);

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .sort();

function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) hash.update(`\n${file}\n`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 24);
}

/** Of what earlier runs have built, what nobody has used for a day. */
function clearShelf(): void {
  for (const name of existsSync(shelf) ? readdirSync(shelf) : []) {
    const path = join(shelf, name);
    if (Date.now() - statSync(path).mtimeMs > day) rmSync(path, { recursive: true, force: true });
  }
}

/**
 * The scripts of workers, and what tests start as a process, built once for each state of their sources, as `npm run build`
 * builds those of workers: TypeScript that is read anew costs each start half a second. Answers the folder, where each stands
 * under its own path.
 */
export async function buildScripts(): Promise<string> {
  const files = folders.flatMap(filesIn);
  const folder = resolve(shelf, hashOf([...files, 'package-lock.json', 'vite.workers.config.ts']));
  if (existsSync(folder)) return folder;
  clearShelf();
  const fixtures = files.filter((name) => /^tests\/fixtures\/[^/]+\.ts$/.test(name));
  const draft = `${folder}.${randomBytes(4).toString('hex')}`;
  await build({
    configFile: 'vite.workers.config.ts',
    logLevel: 'warn',
    build: { outDir: draft, emptyOutDir: true, rollupOptions: { input: Object.fromEntries([...commands, ...fixtures].map((name) => [name.replace(/\.ts$/, ''), name])) } },
  });
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Another run has put the same there meanwhile.
    if (!existsSync(folder)) throw error;
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}
