// `npm run check`: types, lint, format and the unit tests of changed files, in under a minute and a half.
import path from 'node:path';

import { lint } from './lint.mjs';
import { requireNode } from './node-version.mjs';
import { ensurePackages } from './packages.mjs';
import { root } from './root.mjs';
import { runNode } from './run.mjs';
import { typecheck } from './typecheck.mjs';

requireNode();
await ensurePackages();
const startedAt = Date.now();
const rooms = await typecheck();
for (const { room, passed, said } of rooms) if (!passed) console.error(`${room}:\n${said}`);
const isLinted = await lint();
const unit = await runNode([
  path.join(root, 'node_modules/vitest/vitest.mjs'),
  'run',
  '--changed',
  '--project',
  'unit',
  '--project',
  'window',
  '--project',
  'architecture',
  '--passWithNoTests',
]);
const failed = [
  ...rooms.filter(({ passed }) => !passed).map(({ room }) => `types of ${room}`),
  !isLinted && 'lint',
  unit.code && 'tests',
].filter(Boolean);
console.log(`${failed.length === 0 ? 'All holds' : `Not right: ${failed.join(', ')}`} (${Math.round((Date.now() - startedAt) / 1000)} s).`);
process.exitCode = failed.length === 0 ? 0 : 1;
