// `npm run lint`: runs the linter, and checks that everything is formatted (`npm run format` does that).
import path from 'node:path';

import { root } from './root.mjs';
import { runNode } from './run.mjs';

/** @returns whether neither complains */
export async function lint() {
  const formatted = await runNode([path.join(root, 'node_modules/oxfmt/bin/oxfmt'), '--check', '.']);
  const linted = await runNode([path.join(root, 'node_modules/oxlint/bin/oxlint'), '--deny-warnings']);
  return formatted.code === 0 && linted.code === 0;
}

if (process.argv[1] === import.meta.filename && !(await lint())) process.exitCode = 1;
