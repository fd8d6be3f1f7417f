import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import remixOptions from './remix.config.js';

export default defineConfig({
  plugins: [tailwindcss(), remix(remixOptions)],
  build: {
    // Top-level await, in the server build too.
    target: 'es2022',
    // The content security policy allows no data: fonts or scripts, so nothing is folded into the styles.
    assetsInlineLimit: 0,
  },
  // On the server only: its browser build is another package, which is not installed.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  server: {
    // The embedded database writes there all the time.
    watch: { ignored: ['**/.data/**'] },
  },
});
