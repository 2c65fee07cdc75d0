// `npm run demo`: writes every document of the example into out/demo/ without a window, and lists them.
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

import { ensureBuild } from './build.mjs';
import { requireNode } from './node-version.mjs';
import { ensurePackages } from './packages.mjs';
import { root } from './root.mjs';
import { runNode } from './run.mjs';

const folder = path.join(root, 'out/demo');
const cli = path.join(root, 'out/main/cli.js');

function exampleFile() {
  const examples = path.join(root, 'resources/examples');
  const name = readdirSync(examples).find((file) => file.endsWith('.tierce'));
  return path.join(examples, name);
}

async function write(args) {
  const { code, said } = await runNode([cli, ...args], { quiet: true });
  if (code === 0) return true;
  console.error(`tierce ${args.join(' ')}\n${said}`);
  return false;
}

async function writeAll(example, out, locale) {
  const results = [];
  for (const report of ['session', 'decisions', 'days', 'workbook'])
    results.push(await write(['report', report, example, '--out', out, '--locale', locale]));
  return results;
}

async function demo() {
  requireNode();
  await ensurePackages();
  if (!(await ensureBuild())) return 1;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const example = exampleFile();
  const results = [...(await writeAll(example, folder, 'fr')), ...(await writeAll(example, path.join(folder, 'en'), 'en'))];
  const written = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  for (const file of written) {
    const { size } = statSync(path.join(folder, file));
    if (path.extname(file)) console.log(`${path.join('out/demo', file)}  ${Math.round(size / 1024)} kB`);
  }
  return results.every(Boolean) ? 0 : 1;
}

process.exitCode = await demo();
