// `npm run test:electron`: downloads an Electron runtime if there is none, then runs every journey and the security tests on it.
import { ensureBuild } from './build.mjs';
import { bringTestRuntime } from './electron-runtime.mjs';
import { requireNode } from './node-version.mjs';
import { ensurePackages } from './packages.mjs';
import { conclude } from './reports.mjs';
import { runJourneys } from './runners.mjs';
import { ensureElectronTestBuild } from './test-builds.mjs';

requireNode();
await ensurePackages();
const problem = await bringTestRuntime();
if (problem) console.log(`No Electron runtime: ${problem}.`);
const isBuilt = (await ensureBuild()) && (await ensureElectronTestBuild());
const results = isBuilt
  ? await runJourneys(['electron', 'electron-journeys'], process.argv.slice(2))
  : [{ name: 'build', state: 'failed', why: 'the build failed' }];
process.exitCode = conclude(results, process.env.TIERCE_REQUIRE_TOOLS === '1');
