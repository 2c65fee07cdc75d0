// The compatibility build: the product's sources, down-levelled and bundled whole for the oldest Electron that the tests run.
import { fileURLToPath } from 'node:url';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

import { aliases } from '../../.ci/aliases.mjs';

const fromRoot = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const out = (folder: string) => fromRoot(`out/tests/electron/${folder}`);

/** The repository's package says that `.js` is ESM; this build is CommonJS. */
const asCommonJs: Plugin = {
  name: 'as-commonjs',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'package.json', source: '{"type":"commonjs"}\n' });
  },
};

const withBuiltIns: Plugin = {
  name: 'with-built-ins',
  transform: (code, id) =>
    id === fromRoot('renderer/main.tsx') ? `import ${JSON.stringify(fromRoot('tests/shells/built-ins.ts'))};\n${code}` : null,
};

export default defineConfig({
  main: {
    resolve: { alias: aliases },
    plugins: [asCommonJs],
    build: {
      outDir: out('main'),
      target: 'node16',
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          entry: fromRoot('tests/shells/electron-entry.ts'),
          'render-worker': fromRoot('tests/shells/render-worker-entry.ts'),
          'entry-worker': fromRoot('tests/shells/entry-worker-entry.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  },
  preload: {
    resolve: { alias: aliases },
    build: {
      outDir: out('preload'),
      target: 'node16',
      externalizeDeps: false,
      rolldownOptions: {
        input: { electron: fromRoot('preload/electron-bridge.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: fromRoot('renderer'),
    plugins: [react(), withBuiltIns],
    resolve: { alias: aliases },
    build: {
      outDir: out('renderer'),
      target: 'chrome108',
      assetsInlineLimit: 0,
      minify: true,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: fromRoot('renderer/index.html'),
        output: {
          codeSplitting: { groups: [{ name: 'styles', test: /\.css$/ }] },
          minify: { mangle: { keepNames: true }, compress: { keepNames: { function: true, class: true } } },
        },
      },
    },
  },
});
