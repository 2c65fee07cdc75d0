// Journey: help without a network, beside the work: the guide at the right part, its search, the sheet of shortcuts.
import { en } from '@domain/text/en.ts';
import { fr } from '@domain/text/fr.ts';
import { expect, test } from '../journey.ts';

import type { FIELD_KEYS } from '../../../renderer/help/shortcut-groups.ts';
import { NAVIGATION } from '../../../renderer/state/screens.ts';
import { seriousFindings } from '../pages/audit.ts';
import { newAccompaniment, newSession } from '../pages/beginnings.ts';
import { CollectivePage } from '../pages/collective-page.ts';
import { HelpPage } from '../pages/help-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import type { TestApp } from '../shells/test-app.ts';

/** How each part of the guide is called. */
const TITLES = {
  overview: 'Vue d’ensemble',
  frame: 'Cadre, phases et clôture',
  sessions: 'Les séances',
  collective: 'Le collectif',
  time: 'Jours et temps',
  documents: 'Les documents',
  notebook: 'Le carnet confidentiel',
  file: 'Le fichier',
} as const;

test('I8 F1 opens the guide at the part about the screen, and Escape leads back', async ({ tierce }) => {
  const help = new HelpPage(tierce);
  await expect(new WelcomePage(tierce).name).toBeFocused();
  await help.ask('Commencer');
  await help.end();
  await expect(new WelcomePage(tierce).name).toBeFocused();

  await new WelcomePage(tierce).introduce();
  await help.ask('L’accueil');
  await help.end();
  await new HomePage(tierce).exploreExample();
  for (const { name } of NAVIGATION) {
    await help.goToScreen(name);
    await expect(help.main).toHaveAttribute('data-screen', name);
    await help.main.locator('h1').first().waitFor({ state: 'attached' });
    await help.ask(TITLES[name]);
    await expect(help.panel).toContainText('À propos de cet écran');
    await help.end();
  }
});

test('I8 I4 F1 from a text being written loses nothing of it: one goes on where one was, with the keyboard alone', async ({ tierce }) => {
  const session = await newSession(tierce);
  const help = new HelpPage(tierce);
  const { keyboard } = session.page;
  await session.account.focus();
  await keyboard.type('Le groupe compare ');
  await help.ask('Une séance');
  await help.end();
  await expect(session.account).toBeFocused();
  await keyboard.type('les devis.');
  await expect(session.account).toHaveValue('Le groupe compare les devis.');

  await keyboard.press('Escape');
  await session.tabTo('Ajouter une action');
  await keyboard.press('Enter');
  await expect(session.text('Ajouter une action')).toBeFocused();
  await keyboard.type('Envoyer la gri');
  await help.ask('Une séance');
  await help.end();
  await expect(session.text('Ajouter une action')).toBeFocused();
  await keyboard.type('lle');
  await keyboard.press('Enter');
  await expect(session.text('Action')).toHaveValue('Envoyer la grille');
});

test('I8 a line that was left for the help is kept when one goes on elsewhere', async ({ tierce }) => {
  const session = await newSession(tierce);
  const help = new HelpPage(tierce);
  await session.beginRow('action', 'Envoyer la grille');
  await help.ask('Une séance');

  await session.title.click({ position: { x: 8, y: 8 } });

  await expect(session.text('Action')).toHaveValue('Envoyer la grille');
  await expect(help.panel).toBeVisible();
});

test('I8 I4 F1 goes to the guide and back to the work, beside which the guide stays', async ({ tierce }) => {
  const session = await newSession(tierce);
  const help = new HelpPage(tierce);
  const { keyboard } = session.page;
  await expect(session.title).toBeFocused();
  await help.ask('Une séance');

  await keyboard.press('F1');
  await expect(session.title).toBeFocused();
  await expect(help.panel).toBeVisible();
  await keyboard.press('Control+a');
  await keyboard.type('Enjeux');
  await expect(session.title).toHaveValue('Enjeux');
  await keyboard.press('Alt+4');
  await expect(help.main).toHaveAttribute('data-screen', 'collective');
  await expect(help.title, 'the guide stays where it was').toHaveText('Une séance');
  await help.ask('Le collectif');
});

test('I8 the guide opens over a dialog too, which keeps what was entered in it', async ({ tierce }) => {
  const frame = await newAccompaniment(tierce);
  const help = new HelpPage(tierce);
  await frame.goToScreen('time');
  await frame.main.getByRole('button', { name: fr.time.addEnvelope }).first().click();
  const dialog = help.page.getByRole('dialog');
  const funder = dialog.getByLabel('Financeur');
  await funder.fill('DLA 77');

  await help.ask('Jours et temps');
  await help.search.fill('avenant');
  await expect(help.parts.first()).toBeVisible();
  await help.parts.first().click();
  await expect(help.marks.first()).toBeVisible();
  await help.end();

  await expect(funder).toBeFocused();
  await expect(funder).toHaveValue('DLA 77');
  await help.page.keyboard.press('Escape');
  await expect(help.page.getByText(fr.shell.giveUpTitle), 'Escape asks, as ever').toBeVisible();
});

test('I8 the guide is searched without accents and marks what it found, with the keyboard alone', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  const help = new HelpPage(tierce);
  const { keyboard } = help.page;
  await help.ask('L’accueil');
  await help.tabTo(fr.help.search, 'Shift+Tab');
  await keyboard.type('cle de secours');
  await expect(help.title).toHaveText(/parties en parlent/);
  await expect(help.search).toBeFocused();
  await expect(help.marks.first()).toBeVisible();

  await help.tabTo(/^Le carnet confidentiel/);
  await keyboard.press('Enter');
  await expect(help.title).toHaveText('Le carnet confidentiel');
  await expect(help.title).toBeFocused();
  await expect(help.marks.filter({ hasText: 'clé' }).first()).toBeInViewport();

  await help.tabTo(fr.help.search, 'Shift+Tab');
  await keyboard.press('Control+a');
  await keyboard.type('aubergine');
  await keyboard.press('Enter');
  await expect(help.title, 'Enter opens the first').toHaveText('Le carnet confidentiel');

  await help.tabTo(fr.help.search, 'Shift+Tab');
  await keyboard.press('Control+a');
  await keyboard.type('xylophone');
  await expect(help.title).toHaveText('Rien ne correspond à ces mots');
  await expect(help.panel).toContainText('Essayez un seul mot');
  await help.button(fr.help.allParts).click();
  await expect(help.parts).toHaveCount(15);
  await help.end();
});

test('I8 I5 in English the guide speaks English, at the same parts', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  const help = new HelpPage(tierce);
  await help.page.getByRole('button', { name: 'Display in English' }).click();
  await expect(help.heading(en.home.title)).toBeVisible();
  await help.ask('Home');
  await expect(help.panel).toContainText('About this screen');
  await help.search.fill('amendment');
  await help.page.keyboard.press('Enter');
  await expect(help.title).toHaveText('Days and time');

  await help.page.getByRole('button', { name: 'Afficher en français' }).click();
  await expect(help.title, 'the same part').toHaveText('Jours et temps');
});

test('I8 the help is found without its keys: in the bar, and in the palette, and gives the focus back to where it was', async ({
  tierce,
}) => {
  await new WelcomePage(tierce).introduce();
  const help = new HelpPage(tierce);
  await help.page.getByRole('banner').getByRole('button', { name: fr.help.title }).click();
  await expect(help.title).toHaveText('L’accueil');
  await help.button(fr.help.close).click();
  await expect(help.panel).toHaveCount(0);

  await new HomePage(tierce).create.focus();
  await (await help.openPalette()).fill('raccourcis');
  await help.page.keyboard.press('Enter');
  await expect(help.title).toHaveText(fr.help.shortcuts);
  await expect(help.title).toBeFocused();
  await help.end();
  await expect(new HomePage(tierce).create).toBeFocused();
});

test('I8 the sheet of shortcuts opens from a text too, holds every screen, and is printed alone', async ({ tierce, shell }) => {
  const session = await newSession(tierce);
  const help = new HelpPage(tierce);
  await session.account.focus();
  await help.page.keyboard.press('Control+Shift+?');
  await expect(help.title).toHaveText(fr.help.shortcuts);
  const lines = await help.sheet();

  expect(lines).toContainEqual(['F1', fr.help.openAtScreen]);
  expect(lines).toContainEqual(['Ctrl K', fr.palette.title]);
  expect(lines).toContainEqual(['Alt 5', fr.navigation.time]);
  if (shell === 'browser') {
    const printed = (await help.printed()).join(' ');
    expect(printed).toContain('Raccourcis clavier');
    expect(printed).toContain('Sur la carte des cercles');
    expect(printed).not.toContain(fr.session.outcomes);
  }
  await help.end();
  await expect(session.account).toBeFocused();
});

/** What each key of a field does, as the sheet says it: a line without its proof does not compile. */
const PROOFS: Readonly<Record<(typeof FIELD_KEYS)[number], (tierce: TestApp) => Promise<void>>> = {
  keep: async (tierce) => {
    const session = new SessionPage(tierce);
    await session.title.fill('Enjeux');
    await session.page.keyboard.press('Escape');
    await session.expectSafe();
    await expect(session.title).toHaveValue('Enjeux');
  },
  next: async (tierce) => {
    const session = new SessionPage(tierce);
    await session.write('décision', 'Comparer les coûts');
    await expect(session.text('Décision')).toHaveValue('Comparer les coûts');
    await expect(session.text('Ajouter une décision')).toBeFocused();
    await session.page.keyboard.press('Escape');
  },
  step: async (tierce) => {
    const session = new SessionPage(tierce);
    await session.line.focus();
    await session.page.keyboard.press('Tab');
    await expect(session.moment('Date')).toBeFocused();
    await session.page.keyboard.press('ArrowUp');
    await expect(session.moment('Date')).toHaveValue('17/03/2026');
    await session.typeTime('De', '9h');
    await session.moment('De').focus();
    await session.page.keyboard.press('ArrowDown');
    await expect(session.moment('De')).toHaveValue('8:45');
  },
  map: async (tierce) => {
    const collective = new CollectivePage(tierce);
    await collective.close();
    await new HomePage(tierce).exploreExample();
    await collective.goToScreen('collective');
    await collective.tabTo(/^Atelier du Pont, noyau dur/);
    await collective.page.keyboard.press('ArrowRight');
    await expect(collective.map.locator('button:focus'), 'another one').not.toHaveAccessibleName(/^Atelier du Pont/);
  },
  move: async (tierce) => {
    const collective = new CollectivePage(tierce);
    await collective.dot('Atelier du Pont', 'noyau dur').focus();
    await collective.page.keyboard.press('Shift+ArrowDown');
    await expect(collective.dialog).toBeVisible();
    await expect(collective.dialog).toContainText('Atelier du Pont');
  },
};

test('I8 I4 every key of fields and maps does what the sheet says', async ({ tierce }) => {
  await newSession(tierce);

  for (const [key, proof] of Object.entries(PROOFS)) await test.step(key, () => proof(tierce));
});

test('I8 what is typed in the guide is looked for in it', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  const help = new HelpPage(tierce);
  await help.ask('L’accueil');
  await help.page.keyboard.type('carnet');
  await expect(help.search).toHaveValue('carnet');
  await expect(help.search).toBeFocused();
  await help.parts.first().click();
  await expect(help.title).toBeFocused();
  await help.page.keyboard.type('avenant');
  await expect(help.search).toHaveValue('avenant');
});

test('I8 I4 the help has no serious finding of axe in either theme', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  const help = new HelpPage(tierce);
  for (const theme of ['sombre', 'clair'] as const) {
    await help.ask('L’accueil');
    expect(await seriousFindings(help.page), 'the guide').toEqual([]);
    await help.search.fill('carnet');
    await expect(help.marks.first()).toBeVisible();
    expect(await seriousFindings(help.page), 'the search').toEqual([]);
    await help.button(fr.help.shortcuts).click();
    await expect(help.title).toHaveText(fr.help.shortcuts);
    expect(await seriousFindings(help.page), 'the sheet').toEqual([]);
    await help.end();
    await help.switchTheme(theme);
  }
});
