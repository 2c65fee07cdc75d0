// `npm test`: does all the setup, runs everything, and ends with one line: N passed, N failed, N skipped.
import { ensureBuild } from './build.mjs';
import { requireNode } from './node-version.mjs';
import { ensurePackages } from './packages.mjs';
import { promiseResults } from './promises.mjs';
import { conclude } from './reports.mjs';
import { runJourneys, runLint, runTypecheck, runVitest } from './runners.mjs';
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

/** One at a time: each keeps a core busy by itself. */
async function buildAll() {
  const isBuilt = await builds('build', ensureBuild());
  const isForBrowser = await builds('build of the browser journeys', ensureBrowserTestBuild());
  const isForElectron = await builds('build of the Electron journeys', ensureElectronTestBuild());
  return { browser: isBuilt && isForBrowser, electron: isBuilt && isForElectron };
}

const [built] = await Promise.all([buildAll(), add(runTypecheck()), add(runLint())]);
await add(runVitest());
await add(runJourneys(['browser', 'electron'].filter((shell) => built[shell])));

results.push(...promiseResults(results));
process.exitCode = conclude(results, process.env.TIERCE_REQUIRE_TOOLS === '1');
