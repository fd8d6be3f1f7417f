import { build } from 'vite';

/** Scripts of the folder `drawing` as a browser takes them: one file, minified, by the bundler that the product is built with. `external` names modules that are left out. */
export async function bundleDrawing(entry: string, external: (id: string) => boolean = () => false): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: 'esbuild',
      target: 'es2022',
      modulePreload: false,
      rollupOptions: { input: entry, external, preserveEntrySignatures: 'strict', output: { format: 'es', inlineDynamicImports: true } },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error(`The bundle of ${entry} was not made.`);
  const entryChunk = output.output.find((part) => part.type === 'chunk' && part.isEntry);
  if (entryChunk?.type !== 'chunk') throw new Error(`The bundle of ${entry} has no script.`);
  return entryChunk.code;
}
