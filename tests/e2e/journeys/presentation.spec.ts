// Journey: in presentation mode nothing of the desk or the notebook is anywhere in the window, and what was being typed is not lost.
import type { Page } from '@playwright/test';

import { SCREENS } from '../../../renderer/state/screens.ts';
import { wordsIn } from '../../support/canary-words.ts';
import { expect, test } from '../journey.ts';
import { FilePage } from '../pages/file-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { NewPage } from '../pages/new-page.ts';
import { NotebookPage } from '../pages/notebook-page.ts';
import { openPrivateFile, PresentationPage } from '../pages/presentation-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { PRIVATE_PASSPHRASE, PRIVATE_WORDS } from '../private-file.ts';
import type { TestApp } from '../shells/test-app.ts';

// Every passphrase takes a good part of a second, and more on a busy computer.
test.describe.configure({ timeout: 150_000 });

const TYPED = 'et la présidente aussi';

async function openNotebook(tierce: TestApp): Promise<NotebookPage> {
  const book = new NotebookPage(tierce);
  await book.show();
  await book.unlock(PRIVATE_PASSPHRASE);
  await book.expectOpen();
  await expect(book.notes).toHaveCount(1);
  return book;
}

/** Types into the one note, and leaves the caret there. */
async function typeMore(book: NotebookPage): Promise<void> {
  await book.notes.first().click();
  await book.page.keyboard.press('Control+End');
  await book.page.keyboard.type(` ${TYPED}`);
}

async function allTexts(book: NotebookPage): Promise<string> {
  await expect(book.notes.first()).toBeVisible();
  return (await book.texts()).join('\n');
}

/** Everything that main answers from now on. */
function answersTo(page: Page): readonly Promise<string>[] {
  const answers: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/tierce/call')) answers.push(response.text().catch(() => ''));
  });
  return answers;
}

/** What main does with calls on one channel. */
async function onCall(page: Page, channel: string, act: (go: () => Promise<void>) => Promise<void>): Promise<void> {
  await page.route('**/tierce/call', async (route) => {
    const asked = route.request().postDataJSON() as { channel: string };
    return asked.channel === channel ? act(() => route.continue()) : route.fallback();
  });
}

test('E7 E11 by keyboard: one key, and no private word is on any screen, in the palette, in print or in an answer of main', async ({
  tierce,
  shell,
}) => {
  await openPrivateFile(tierce);
  const book = await openNotebook(tierce);
  await typeMore(book);
  const mode = new PresentationPage(tierce);
  const answers = shell === 'browser' ? answersTo(mode.page) : [];

  await mode.enter();

  await mode.expectNothingPrivate('just after the key');
  for (const [position, screen] of SCREENS.filter((one) => one.needsFile && one.navigation !== undefined).entries()) {
    await mode.page.keyboard.press(`Alt+${position + 1}`);
    const isPrivate = screen.name === 'notebook';
    if (!isPrivate) await mode.page.locator(`main[data-screen="${screen.name}"] h1`).first().waitFor();
    await mode.expectNothingPrivate(screen.name);
  }
  for (const word of ['', ...PRIVATE_WORDS, 'carnet', 'Notes confidentielles']) {
    const line = await mode.openPalette();
    await line.fill(word);
    await expect(line).toHaveValue(word);
    const found = (await mode.page.getByRole('dialog').innerText()).toLowerCase();
    expect(wordsIn(found, PRIVATE_WORDS)).toEqual([]);
    expect(found).not.toMatch(/carnet|confidentiel/);
    await mode.page.keyboard.press('Escape');
    await expect(line).toBeHidden();
  }
  if (shell === 'browser') {
    expect(wordsIn((await mode.printed()).join('\n'), PRIVATE_WORDS)).toEqual([]);
    expect(wordsIn((await Promise.all(answers)).join('\n'), PRIVATE_WORDS)).toEqual([]);
  }

  await mode.leave(PRIVATE_PASSPHRASE);

  await book.expectOpen();
  expect(await allTexts(book)).toContain(TYPED);
  await expect(mode.page).not.toHaveTitle(/présentation/);
});

test('E7 the rest of the screens, the history, undo and every view of the file say nothing private either', async ({ tierce }) => {
  await openPrivateFile(tierce);
  const book = await openNotebook(tierce);
  await book.write('Encore une note');
  await expect(book.undo).toHaveAccessibleName(/note confidentielle/i);
  const mode = new PresentationPage(tierce);
  await mode.enter();

  await expect(mode.undo).toHaveAccessibleName('Rien à annuler');
  await mode.page.keyboard.press('Control+z');
  await mode.expectSaid('Cela attend la fin du mode présentation');
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.open('Enjeux de chaque structure');
  await mode.expectNothingPrivate('session');
  const file = new FilePage(tierce);
  for (const view of ['Copies de sécurité', 'Historique', 'Pièces jointes', 'Protection', 'Exports et traces']) {
    await file.show(view);
    await mode.page.getByRole('tabpanel').or(file.main.getByRole('heading')).first().waitFor();
    await mode.expectNothingPrivate(view);
  }
  await mode.page.goBack();
  await mode.expectNothingPrivate('back');
  await mode.close();
  await new HomePage(tierce).heading('Accompagnements').waitFor();
  await mode.expectNothingPrivate('home');
  await new HomePage(tierce).create.click();
  await new NewPage(tierce).createAsIs.waitFor();
  await mode.expectNothingPrivate('new');
});

test('E7 by mouse: the wrong passphrase stays in the mode, staying stays, the recovery key leaves it', async ({ tierce }) => {
  const recoveryKey = await openPrivateFile(tierce);
  const book = await openNotebook(tierce);
  const mode = new PresentationPage(tierce);
  await book.button('Mode présentation').click();
  await expect(mode.strip).toBeVisible();
  await expect(mode.button).toHaveAttribute('aria-pressed', 'true');

  await mode.strip.getByRole('button', { name: 'Quitter le mode présentation' }).click();
  await expect(mode.secret).toHaveAttribute('type', 'password');
  await mode.expectNothingPrivate('dialog', true);
  await mode.secret.fill('une autre phrase');
  await mode.press('Quitter');
  await expect(mode.dialog).toContainText('Ce n’est pas la bonne phrase');
  await mode.press('Rester en présentation');
  await expect(mode.dialog).toBeHidden();
  await mode.expectNothingPrivate('stayed');

  await mode.button.click();
  await mode.press('J’ai perdu la phrase');
  await expect(mode.secret).toHaveAttribute('type', 'password');
  await mode.secret.fill(recoveryKey);
  await mode.press('Quitter');
  await expect(mode.strip).toBeHidden();
  await book.expectOpen();
});

test('E7 somebody without passphrase or key closes the file, and is out', async ({ tierce }) => {
  await openPrivateFile(tierce);
  await openNotebook(tierce);
  const mode = new PresentationPage(tierce);
  await mode.enter();
  await mode.askToLeave();
  await mode.press('J’ai perdu la phrase');
  await mode.press('Fermer cet accompagnement et quitter');

  await expect(new HomePage(tierce).heading('Accompagnements')).toBeVisible();
  await expect(mode.strip).toBeHidden();
});

test('E7 E11 a text whose sealing is slow is gone from the screen at once, and is sealed all the same', async ({ tierce }) => {
  await openPrivateFile(tierce);
  const book = await openNotebook(tierce);
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await onCall(book.page, 'vault.write', async (go) => {
    await held;
    await go();
  });
  await typeMore(book);
  const mode = new PresentationPage(tierce);

  await mode.enter();

  expect(await mode.matter()).not.toContain(TYPED);
  await mode.expectNothingPrivate('while it is on its way');
  letGo();
  await mode.expectSafe();
  await mode.leave(PRIVATE_PASSPHRASE);
  expect(await allTexts(book)).toContain(TYPED);
});

test('E7 E11 a text that is refused is never shown in the mode, nor named, and is there afterwards', async ({ tierce }) => {
  await openPrivateFile(tierce);
  const book = await openNotebook(tierce);
  let isRefused = true;
  await book.page.route('**/tierce/call', async (route) => {
    const { channel } = route.request().postDataJSON() as { channel: string };
    if (channel !== 'vault.write' || !isRefused) return route.continue();
    return route.fulfill({ json: { ok: false, failure: { code: 'file-read-only', name: 'Privé.tierce' } } });
  });
  await typeMore(book);
  const mode = new PresentationPage(tierce);

  await mode.enter();
  await mode.expectSaid('elle vous attend à la fin du mode présentation');

  expect(await mode.matter()).not.toContain(TYPED);
  await mode.expectNothingPrivate('refused');
  isRefused = false;
  await mode.leave(PRIVATE_PASSPHRASE);
  await expect.poll(() => allTexts(book)).toContain(TYPED);
});

test('E7 what was sought in the palette, a passphrase being typed and a dialog about keys are gone', async ({ tierce }) => {
  await openPrivateFile(tierce);
  const book = await openNotebook(tierce);
  const mode = new PresentationPage(tierce);
  await (await book.openPalette()).fill(PRIVATE_WORDS[0] ?? '');
  await expect(book.page.getByRole('option')).toHaveCount(1);
  await mode.enter();
  await expect(mode.page.getByRole('combobox')).toBeHidden();
  await mode.expectNothingPrivate('palette');

  await mode.leave(PRIVATE_PASSPHRASE);
  await book.show();
  await book.choose('Phrase de passe et clé de secours', 'Changer la phrase de passe…');
  await book.dialog.getByLabel('Phrase de passe actuelle').fill(PRIVATE_PASSPHRASE);
  await mode.enter();
  await expect(book.dialog).toBeHidden();
  await mode.expectNothingPrivate('keys');
});

test('E7 a recovery key that nobody has noted is taken from the screen, and shown again afterwards', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  await new NewPage(tierce).createAsIs.click();
  const book = new NotebookPage(tierce);
  await book.show();
  await book.passphrase.fill(PRIVATE_PASSPHRASE);
  await book.field('La même phrase, encore une fois').fill(PRIVATE_PASSPHRASE);
  await book.button('Créer le carnet').click();
  const key = await book.recoveryKey.innerText();
  const mode = new PresentationPage(tierce);

  await mode.enter();
  await expect(book.recoveryKey).toBeHidden();
  expect(await mode.matter()).not.toContain(key.slice(0, 5));
  await mode.leave(PRIVATE_PASSPHRASE);

  await expect(book.recoveryKey).toHaveText(key);
});

test('E7 a notebook whose passphrase was being tried stays closed, and its answer shows nothing', async ({ tierce }) => {
  await openPrivateFile(tierce);
  const book = new NotebookPage(tierce);
  await book.show();
  await book.passphrase.fill(PRIVATE_PASSPHRASE);
  await book.page.keyboard.press('Enter');
  const mode = new PresentationPage(tierce);
  await mode.enter();
  await mode.expectNothingPrivate('unlocking');
  await mode.askToLeave();
  await expect(mode.strip.or(mode.dialog).first()).toBeVisible();
});

test('E7 pressed twice quickly it stays on; without a notebook it is left at once, also with no file open', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  const mode = new PresentationPage(tierce);
  await mode.page.evaluate(() => {
    for (const _ of [1, 2]) document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'F9', code: 'F9', bubbles: true }));
  });
  await expect(mode.strip).toBeVisible();
  await new HomePage(tierce).exploreExample();
  await expect(mode.strip).toBeVisible();

  await mode.askToLeave();

  await expect(mode.strip).toBeHidden();
  await expect(mode.main).toHaveAttribute('data-screen', 'sessions');
});

test('E7 the palette knows it by the words of the trade, and its mark is there in a small window', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  const mode = new PresentationPage(tierce);
  await mode.page.setViewportSize({ width: 640, height: 480 });
  await (await mode.openPalette()).fill('vidéoprojecteur');
  await mode.page.keyboard.press('Enter');

  await expect(mode.strip).toBeVisible();
  await expect(mode.strip.getByRole('button')).toBeInViewport();
  await mode.switchTheme('sombre');
  await expect(mode.strip).toBeInViewport();
});
