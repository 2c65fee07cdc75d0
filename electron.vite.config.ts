// The build: main's programs, the two bridges and the window.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

import { aliases } from './.ci/aliases.mjs';

const fromRoot = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Main's programs: each becomes one file of out/main. */
const programs = {
  electron: fromRoot('main/electron/start.ts'),
  browser: fromRoot('main/browser/start.ts'),
  cli: fromRoot('main/cli/start.ts'),
  'render-worker': fromRoot('main/documents/render-worker.ts'),
  'entry-worker': fromRoot('main/library/entry-worker.ts'),
};

export default defineConfig({
  main: {
    resolve: { alias: aliases },
    build: {
      outDir: 'out/main',
      // Bundled, zod is read at once; as a package it comes in a hundred files, with every language it knows.
      externalizeDeps: { exclude: ['zod'] },
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(programs).filter(([, file]) => existsSync(file))),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  },
  preload: {
    resolve: { alias: aliases },
    build: {
      outDir: 'out/preload',
      // A sandboxed preload is one plain CommonJS file without `require` of packages.
      externalizeDeps: false,
      rolldownOptions: {
        input: { electron: fromRoot('preload/electron-bridge.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: fromRoot('renderer'),
    plugins: [react()],
    resolve: { alias: aliases },
    build: {
      outDir: fromRoot('out/renderer'),
      // Fonts stay files: the content security policy allows no data: address for them.
      assetsInlineLimit: 0,
      minify: true,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: { index: fromRoot('renderer/index.html'), 'http-bridge': fromRoot('preload/http-bridge.ts') },
        output: {
          entryFileNames: (chunk: { name: string }) => (chunk.name === 'http-bridge' ? '[name].js' : 'assets/[name]-[hash].js'),
          // Scripts come in by part (see renderer/kit/Part.tsx), and what the window starts with as one: each file costs a request.
          // Styles are small: one sheet, in the order of their imports, which begins with the order of the layers.
          codeSplitting: {
            groups: [
              { name: 'styles', test: /\.css$/ },
              { name: 'start', test: /\/(renderer|domain|node_modules)\//, tags: ['$initial'] },
            ],
          },
          // Names of functions stay, so that a trace of the window can be read without source maps.
          minify: { mangle: { keepNames: true }, compress: { keepNames: { function: true, class: true } } },
        },
      },
    },
  },
});
