// The aliases of the rooms in imports, for every bundler and test runner (tsconfig.json gives the same to the compiler).
import { fileURLToPath } from 'node:url';

const fromRoot = (folder) => fileURLToPath(new URL(`../${folder}`, import.meta.url));

export const aliases = {
  '@domain': fromRoot('domain'),
  '@contract': fromRoot('preload/contract'),
  '@resources': fromRoot('resources'),
};
