// Builds the browser shell with the tests' own entry point; the window is the product's own build.
import { fileURLToPath } from 'node:url';

import { defineConfig } from 'electron-vite';

import { aliases } from '../../.ci/aliases.mjs';

const fromRoot = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));

export default defineConfig({
  main: {
    resolve: { alias: aliases },
    build: {
      outDir: fromRoot('out/tests/browser'),
      externalizeDeps: { exclude: ['zod'] },
      rolldownOptions: {
        input: {
          entry: fromRoot('tests/shells/browser-entry.ts'),
          'render-worker': fromRoot('main/documents/render-worker.ts'),
          'entry-worker': fromRoot('main/library/entry-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  },
});
