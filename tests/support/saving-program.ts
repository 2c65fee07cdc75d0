// Builds the saving process as one plain program, so that real processes can be started and killed.
import { join } from 'node:path';
import { build } from 'vite';
import { aliases } from '../../.ci/aliases.mjs';
import { temporaryFolder } from './worlds.ts';

/** Compiled once, not at the start of every round. @returns the saving process as one plain program */
export async function savingProgram(): Promise<string> {
  const folder = await temporaryFolder();
  await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: aliases },
    ssr: { noExternal: true },
    build: {
      ssr: 'tests/support/saving-process.ts',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'saving-process.mjs' } },
    },
  });
  return join(folder, 'saving-process.mjs');
}
