#!/usr/bin/env node
// `npm run -s tierce -- …`: the command line, built if necessary.
import path from 'node:path';

import { ensureBuild } from './build.mjs';
import { requireNode } from './node-version.mjs';
import { ensurePackages } from './packages.mjs';
import { root } from './root.mjs';
import { runNode } from './run.mjs';

// Standard output belongs to the command: messages of the setup go to standard error.
console.log = console.error;
requireNode();
await ensurePackages();
if (await ensureBuild()) {
  const { code } = await runNode([path.join(root, 'out/main/cli.js'), ...process.argv.slice(2)], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    stdin: 'inherit',
  });
  process.exitCode = code;
} else {
  process.exitCode = 1;
}
