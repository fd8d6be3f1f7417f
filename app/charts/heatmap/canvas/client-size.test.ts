import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build, type Rollup } from 'vite';
import { expect, it } from 'vitest';

/** What some exports weigh as they go to a browser: bundled, minified and gzipped, in bytes, without D3 and React. */
async function weigh(...files: string[]): Promise<number> {
  const entry = 'virtual:entry';
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    esbuild: { jsx: 'automatic', jsxDev: false },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? files.map((file) => `export * from ${JSON.stringify(fileURLToPath(new URL(file, import.meta.url)))};`).join('\n') : null),
      },
    ],
    build: {
      write: false,
      modulePreload: false,
      minify: 'esbuild',
      target: 'es2022',
      rollupOptions: { input: entry, external: ['d3', 'react', 'react/jsx-runtime'], preserveEntrySignatures: 'strict', output: { format: 'es', inlineDynamicImports: true } },
    },
  })) as Rollup.RollupOutput;
  return built.output.reduce((sum, part) => sum + (part.type === 'chunk' ? gzipSync(part.code, { level: 9 }).length : 0), 0);
}

it('draws a picture of any size, with keyboard, fetching, the table behind and the React parts, in 8 kB', async () => {
  const bytes = await weigh('large-heatmap.tsx');
  expect(bytes).toBeGreaterThan(4_000);
  expect(bytes).toBeLessThan(8_000);
});

it('draws a small picture as SVG anew, with its keyboard and the reading of what is told of it, in 8 kB', async () => {
  const bytes = await weigh('../heatmap.tsx', 'use-grid-keys.ts', '../told/open-figure.ts');
  expect(bytes).toBeGreaterThan(4_000);
  expect(bytes).toBeLessThan(8_000);
});
