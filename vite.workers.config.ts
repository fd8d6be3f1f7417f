import { readdirSync } from 'node:fs';
import { defineConfig } from 'vite';

const scripts = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .map((name) => `app/${name.replaceAll('\\', '/')}`)
  .filter((name) => name.endsWith('-worker.ts'));

/** The scripts of worker threads (app/platform/files), each under its own path: a thread starts sooner with these than by reading their TypeScript. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'build/workers',
    target: 'es2022',
    minify: false,
    rollupOptions: { input: Object.fromEntries(scripts.map((name) => [name.replace(/\.ts$/, ''), name])), output: { entryFileNames: '[name].js' } },
  },
});
