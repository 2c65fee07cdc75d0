// `npm test`: does all the set-up, runs everything, and ends on one line: N passed, N failed, N skipped.
import { ensureBuild } from './build.mjs';
import { requireNode } from './node-version.mjs';
import { ensurePackages } from './packages.mjs';
import { promiseResults } from './promises.mjs';
import { conclude } from './reports.mjs';
import { runBrowserJourneys, runElectronJourneys, runLint, runTypecheck, runVitest } from './runners.mjs';
import { ensureElectronTestBuild, ensureBrowserTestBuild } from './test-builds.mjs';

requireNode();
await ensurePackages();

const results = [];
const add = async (running) => results.push(...(await running));
const builds = async (name, building) => {
  const built = await building;
  if (!built) results.push({ name, state: 'failed', why: 'the build failed' });
  return built;
};

await add(runTypecheck());
await add(runLint());
const isBuilt = await builds('build', ensureBuild());
await add(runVitest());
if (isBuilt && (await builds('build of the browser journeys', ensureBrowserTestBuild()))) await add(runBrowserJourneys());
if (isBuilt && (await builds('build of the Electron journeys', ensureElectronTestBuild()))) await add(runElectronJourneys());

results.push(...promiseResults(results));
process.exitCode = conclude(results, process.env.TIERCE_REQUIRE_TOOLS === '1');
