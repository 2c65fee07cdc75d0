// Two windows on one file: the second reads, or waits its turn; and a window whose program has gone to another gives back what was typed.
import type { Browser } from '@playwright/test';

import { expect, test } from '../journey.ts';
import { accompanimentWith, keepNeed } from '../pages/beginnings.ts';
import { AttemptPage } from '../pages/attempt-page.ts';
import { FilePage } from '../pages/file-page.ts';
import { FramePage } from '../pages/frame-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { UNTITLED } from '../pages/new-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import { startBrowserApp } from '../shells/browser-app.ts';
import type { BrowserApp } from '../shells/browser-app.ts';
import { waitUntilReady } from '../shells/test-app.ts';
import type { TestApp, TestFolders } from '../shells/test-app.ts';

type World = { readonly host: object; readonly folders: TestFolders; readonly now: string };

/** Another program of the same user, with the same folders. */
function another({ host, folders, now }: World): Promise<BrowserApp> {
  return startBrowserApp(host as Browser, folders, { now, dialogs: 'answered' }, { locale: 'fr-FR', timezoneId: 'Europe/Paris' });
}

async function onTheFrame(tierce: TestApp): Promise<FramePage> {
  const frame = new FramePage(tierce);
  await frame.goTo('Cadre et phases');
  return frame;
}

test('A8 a second window on the same file only reads it, and has all of it once the first has closed', async ({
  tierce,
  host,
  folders,
  now,
}) => {
  const first = await accompanimentWith(tierce, 'Premier besoin.');
  const second = await another({ host, folders, now });
  const attempt = new AttemptPage(second);
  await new HomePage(second).entry(UNTITLED).click();
  await expect(attempt.heading('Ce fichier est déjà ouvert')).toBeVisible();
  await expect(attempt.main).toContainText('dans une autre fenêtre de cet ordinateur');
  await attempt.act('Lire sans modifier').click();
  await expect(new FilePage(second).banner).toBeVisible();
  const reading = await onTheFrame(second);
  await expect(reading.text('Besoin')).toHaveAttribute('readonly', '');

  await keepNeed(first, 'Second besoin.');
  await reading.text('Besoin').focus();
  await reading.page.keyboard.type('Écrit ailleurs.');
  await expect(reading.text('Besoin')).toHaveValue('Premier besoin.');
  await tierce.close();
  await reading.close();
  await new HomePage(second).entry(UNTITLED).click();
  const taken = await onTheFrame(second);
  await expect(taken.text('Besoin')).toHaveValue('Second besoin.');
  await keepNeed(taken, 'Troisième besoin.');
  await second.close();
});

test('A8 two windows that take a file from each other keep the texts of both', async ({ tierce, host, folders, now }) => {
  const first = await accompanimentWith(tierce, 'Premier besoin.');
  const second = await another({ host, folders, now });
  await new HomePage(second).entry(UNTITLED).click();
  const attempt = new AttemptPage(second);
  await attempt.act('Prendre la main…').click();
  await attempt.takeOverNow.click();
  const taken = await onTheFrame(second);
  await keepNeed(taken, 'Besoin de la seconde fenêtre.');
  await first.text('Besoin').fill('Besoin de la première fenêtre.');
  await first.text('Besoin').blur();

  await first.expectSaved('failing');
  await expect(first.text('Besoin')).toHaveValue('Besoin de la première fenêtre.');
  await expect(taken.text('Besoin')).toHaveValue('Besoin de la seconde fenêtre.');
  await second.close();
});

test.describe('of one program', () => {
  test.use({ isSilent: false }); // the browser notes each refused message

  test('A2 K2 a window that has been replaced gives back what was typed in it, and the next one has what was saved', async ({
    tierce,
    host,
    folders,
    now,
  }) => {
    await tierce.close();
    const app = await another({ host, folders, now });
    await accompanimentWith(app, 'Un besoin.');
    const sessions = new SessionsPage(app);
    await sessions.goTo('Séances');
    await sessions.create.click();
    const session = new SessionPage(app);
    await session.title.fill('Enjeux');
    await session.beginRow('décision', 'Comparer les coûts avant l’été.');
    await session.expectSaved('pending');
    const next = await app.page.context().newPage();
    await next.goto(await app.newAddress());
    await waitUntilReady(next);
    await session.page.keyboard.press('Enter');

    await expect(new AttemptPage(app).notKept).toHaveText(['Comparer les coûts avant l’été.']);
    await expect(next.getByText(UNTITLED).first()).toBeVisible();
    await app.close();
  });
});
