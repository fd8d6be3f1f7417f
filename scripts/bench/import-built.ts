import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

/**
 * A script as the product's server runs it: bundled for production, its packages beside it. What runs the scripts of this repository keeps
 * the name of each function by a call each time that one is made, which the build does not, and which falls on some ways of drawing more
 * than on others. Throws where the script cannot be bundled.
 */
export async function importBuilt<Module>(entry: string): Promise<Module> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { ssr: entry, write: false, target: 'node20', rollupOptions: { output: { format: 'es', inlineDynamicImports: true } } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output.find((part) => part.type === 'chunk' && part.isEntry) : undefined;
  if (chunk?.type !== 'chunk') throw new Error(`${entry} could not be bundled.`);
  // Inside the repository, where its packages are found.
  const file = resolve('build/bench', `${basename(entry).replace(/\.\w+$/, '')}.mjs`);
  mkdirSync(resolve('build/bench'), { recursive: true });
  writeFileSync(file, chunk.code);
  return (await import(pathToFileURL(file).href)) as Module;
}
