// Five megabytes pasted where a few words are expected: refused in words, or held to the limit; the window lives, and nothing else is lost.
import type { Locator } from '@playwright/test';

import { expect, test } from '../journey.ts';
import { newAccompaniment } from '../pages/beginnings.ts';
import { HomePage } from '../pages/home-page.ts';
import { pasteInto } from '../pages/keys.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import { TimePage } from '../pages/time-page.ts';
import type { TestApp } from '../shells/test-app.ts';

const LINE = 'Compte rendu de la séance, point par point, et ce qui en a été dit.\r\n';
const HUGE = LINE.repeat(Math.ceil(5_000_000 / LINE.length));
test.setTimeout(180_000);

const REFUSED = /^Rien n’a été collé/;

async function newSession(tierce: TestApp): Promise<SessionPage> {
  await tierce.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await newAccompaniment(tierce);
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.click();
  const session = new SessionPage(tierce);
  await expect(session.title).toBeFocused();
  return session;
}

/** Pastes it, and waits until the window has refused it once more. */
async function expectRefused(tierce: TestApp, field: Locator): Promise<void> {
  const refusals = async (): Promise<number> => (await tierce.said()).filter((words) => REFUSED.test(words)).length;
  const before = await refusals();
  await pasteInto(field, HUGE);
  // the system's clipboard takes its time with so much, the more so while other tests run
  await expect.poll(refusals, { timeout: 40_000 }).toBe(before + 1);
}

test('D1 five megabytes pasted into a line, the minutes or a decision are refused in words, and what stood there stays', async ({
  tierce,
}) => {
  const session = await newSession(tierce);
  await session.title.fill('Enjeux');
  await session.account.fill('Chacun présente ses enjeux.');
  await expectRefused(tierce, session.account);
  await expect(session.account).toHaveValue('Chacun présente ses enjeux.');
  await expectRefused(tierce, session.title);
  await expect(session.title).toHaveValue('Enjeux');

  await session.beginRow('décision', 'Comparer');
  const line = session.main.getByRole('textbox', { name: 'Ajouter une décision' });
  await expectRefused(tierce, line);
  await expect(line).toHaveValue('Comparer');
  await session.page.keyboard.type(' ensemble');
  await session.page.keyboard.press('Enter');
  await expectRefused(tierce, session.text('Décision'));
  await expect(session.text('Décision')).toHaveValue('Comparer ensemble');

  await expectRefused(tierce, session.addPerson);
  await expect(session.addPerson).toHaveValue('');

  await session.expectSafe();
  await tierce.close();
  await tierce.start();
  await session.page
    .getByRole('button', { name: /^Accompagnement à la coopération/ })
    .first()
    .click();
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.open('Enjeux');
  await expect(session.text('Décision')).toHaveValue('Comparer ensemble');
  await expect(session.accountRead).toHaveText('Chacun présente ses enjeux.');
});

test('D1 I3 five megabytes pasted where something is looked for, or a length is entered, are refused in words', async ({ tierce }) => {
  const session = await newSession(tierce);
  const palette = await session.openPalette();
  const offered = await session.paletteOptions();
  await expectRefused(tierce, palette);
  await expect(palette).toHaveValue('');
  expect(await session.paletteOptions()).toEqual(offered);
  await session.page.keyboard.press('Escape');
  const time = new TimePage(tierce);
  await time.goTo('Jours');
  await expectRefused(tierce, time.length);

  await time.length.fill('2h');
  await time.save.click();
  await expect(time.table.getByRole('button', { name: /^Modifier .*2 h/ })).toHaveCount(1);
  await time.close();
  const home = new HomePage(tierce);
  await expectRefused(tierce, home.words);
  await expect(home.table.getByRole('row')).toHaveCount(2);
});
