// How to reach each screen of the registry with the example open, for what must be true on all of them.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { report } from '@domain/text/fr/report.ts';
import { navigation } from '@domain/text/fr/shell.ts';
import { needsProject } from '../../../renderer/state/route.ts';
import { NAVIGATION, SCREENS, type ScreenName } from '../../../renderer/state/screens.ts';

import type { TestApp } from '../shells/test-app.ts';
import { HomePage } from './home-page.ts';
import { NewPage } from './new-page.ts';
import { WelcomePage } from './welcome-page.ts';
import { SessionsPage } from './sessions-page.ts';

/** Every screen there is, in the order of the registry. */
export const SCREEN_NAMES: readonly ScreenName[] = SCREENS.map((screen) => screen.name);

/** The example as shipped. */
export const EXAMPLE = path.resolve(import.meta.dirname, '../../../resources/examples/offre-commune.tierce');

const EXAMPLE_SESSION = 'Enjeux de chaque structure';

/** One accompaniment in the library, so that Home has a row. */
async function fillHome(tierce: TestApp): Promise<void> {
  await new HomePage(tierce).create.click();
  const form = new NewPage(tierce);
  await form.createAsIs.click();
  await form.close();
  await new HomePage(tierce).table.waitFor();
}

/** A file that is cut in two. */
async function openDamaged(tierce: TestApp): Promise<void> {
  const file = path.join(tierce.folders.documents, 'Abîmé.tierce');
  writeFileSync(file, readFileSync(EXAMPLE).subarray(0, 30_000));
  await tierce.answerDialogs(file);
  await new HomePage(tierce).openFile.click();
}

/** Goes to a screen from a first start and waits until it is drawn. */
export async function reach(tierce: TestApp, screen: ScreenName): Promise<void> {
  const welcome = new WelcomePage(tierce);
  const drawn = tierce.page.locator(`main[data-screen="${screen}"] h1`);
  if (screen !== 'welcome') await welcome.introduce();
  const home = new HomePage(tierce);
  if (screen === 'new') await home.create.click();
  if (screen === 'home') await fillHome(tierce);
  if (screen === 'attempt') await openDamaged(tierce);
  if (needsProject(screen)) await home.exploreExample();
  const sessions = new SessionsPage(tierce);
  const entry = NAVIGATION.find(({ name }) => name === screen);
  if (entry !== undefined) await sessions.goTo(navigation[entry.place.title]);
  if (screen === 'session') await sessions.open(EXAMPLE_SESSION);
  await drawn.first().waitFor({ state: 'attached' });
  if (screen === 'documents') await tierce.page.getByText(report.saving).waitFor({ state: 'hidden' });
}
