// `npm run lint`: what the linter objects to, and whether the formatter has been over everything (`npm run format` is).
import path from 'node:path';

import { root } from './root.mjs';
import { runNode } from './run.mjs';

/** @returns whether neither objects */
export async function lint() {
  const formatted = await runNode([path.join(root, 'node_modules/oxfmt/bin/oxfmt'), '--check', '.']);
  const linted = await runNode([path.join(root, 'node_modules/oxlint/bin/oxlint'), '--deny-warnings']);
  return formatted.code === 0 && linted.code === 0;
}

if (process.argv[1] === import.meta.filename && !(await lint())) process.exitCode = 1;
