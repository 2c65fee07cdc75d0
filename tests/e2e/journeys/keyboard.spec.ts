// Journey: everything by keyboard; the palette goes anywhere; focus is always seen; zoom loses nothing.
import { expect, test } from '../journey.ts';
import { HomePage, WelcomePage } from '../pages/start-pages.ts';
import { SessionPage, SessionsPage } from '../pages/work-pages.ts';
import { WindowPage } from '../pages/window-page.ts';

test('I4 the palette goes to screens, records and actions without regard to accents', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  const window = new WindowPage(tierce);

  const line = await window.openPalette();
  await line.fill('enjeux structure');
  await window.page.keyboard.press('Enter');
  await expect(window.heading('Enjeux de chaque structure')).toBeAttached();

  await (await window.openPalette()).fill('ecrire le fichier');
  expect(await window.paletteOptions()).toHaveLength(1);
  await window.page.keyboard.press('Escape');
  await window.page.keyboard.press('Alt+3');
  await expect(window.heading('Jours et temps')).toBeVisible();
  await window.page.goBack();
  await expect(window.heading('Enjeux de chaque structure')).toBeAttached();
});

test('I4 Tab follows the reading order and the focus is always seen', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  await new SessionsPage(tierce).open('Enjeux de chaque structure');
  const session = new SessionPage(tierce);
  await session.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

  const seen: { readonly name: string; readonly x: number; readonly y: number; readonly isMarked: boolean; readonly isInside: boolean }[] = [];
  for (let stop = 0; stop < 60; stop += 1) {
    await session.page.keyboard.press('Tab');
    if (await session.page.evaluate(() => document.activeElement === document.body)) break;
    seen.push(
      await session.page.evaluate(() => {
        const element = document.activeElement ?? document.body;
        const marked = [element, element.closest('.field-box'), element.closest('.checkbox')?.querySelector('.checkbox-box'), element.querySelector('.checkbox-box')];
        const isMarked = marked.some((one) => {
          if (one === null || one === undefined) return false;
          const style = getComputedStyle(one);
          const after = getComputedStyle(one, '::after');
          return [style, after].some((drawn) => (drawn.outlineStyle !== 'none' && drawn.outlineWidth !== '0px') || drawn.boxShadow !== 'none') || style.backgroundColor === 'rgb(13, 92, 99)';
        });
        const box = element.getBoundingClientRect();
        return { name: element.getAttribute('aria-label') ?? element.textContent.trim(), x: box.x, y: box.y, isMarked, isInside: element.closest('main article') !== null };
      }),
    );
  }

  expect(seen.filter((stop) => !stop.isMarked).map((stop) => stop.name)).toEqual([]);
  const inDocument = seen.filter((stop) => stop.isInside).map((stop) => stop.name);
  const purpose = inDocument.findIndex((name) => name === 'Objet');
  const account = inDocument.findIndex((name) => name.startsWith('Modifier'));
  const decision = inDocument.findIndex((name) => name === 'Ajouter une décision');
  expect(purpose).toBeGreaterThanOrEqual(0);
  expect(account).toBeGreaterThan(purpose);
  expect(decision).toBeGreaterThan(account);
});

test('I4 an accompaniment is begun, its time entered and its report reached with the keyboard alone', async ({ tierce }) => {
  const window = new WindowPage(tierce);
  const { keyboard } = window.page;
  await keyboard.press('Control+a');
  await keyboard.type('Sonia Nadir');
  await keyboard.press('Enter');
  await expect(window.heading('Accompagnements')).toBeVisible();

  await window.tabTo('Nouvel accompagnement');
  await keyboard.press('Enter');
  await window.tabTo(/^Les jours financés|Les jours financés/);
  await keyboard.press('Enter');
  await window.tabTo('Financeur');
  await keyboard.type('DLA 77');
  await window.tabTo('Jours accordés');
  await keyboard.type('3');
  await window.tabTo('Créer l’accompagnement');
  await keyboard.press('Enter');
  await expect(window.main.getByRole('tab').first()).toBeVisible();

  await keyboard.press('Alt+3');
  await expect(window.heading('Jours et temps')).toBeVisible();
  await window.tabTo('Durée');
  await keyboard.type('½ j');
  await keyboard.press('Enter');
  await expect(window.messages).toContainText('Il reste 2,5\u00a0j');

  await keyboard.press('Alt+2');
  await expect(window.heading('Séances')).toBeVisible();
  await window.tabTo('Nouvelle séance');
  await keyboard.press('Enter');
  await expect(new SessionPage(tierce).title).toBeFocused();
  await keyboard.type('Première rencontre');
  await window.tabTo('Compte rendu');
  await keyboard.press('Enter');
  await expect(window.heading(/^Compte rendu/)).toBeVisible();
  await window.tabTo('Enregistrer le PDF…');
});

test.describe('at 200 %', () => {
  test.use({ viewport: { width: 640, height: 400 } });

  test('I6 zoomed to 200 % every screen keeps its content within its width', async ({ tierce }) => {
    await new WelcomePage(tierce).introduce();
    await new HomePage(tierce).exploreExample();
    const window = new WindowPage(tierce);
    for (const key of ['Alt+1', 'Alt+2', 'Alt+3']) {
      await window.page.keyboard.press(key);
      await expect(window.main.locator('h1')).toBeAttached();
      const overflow = await window.main.evaluate((main) => main.scrollWidth - main.clientWidth);
      expect(overflow, `sideways scroll on ${key}`).toBeLessThanOrEqual(1);
    }
    await window.page.keyboard.press('Alt+2');
    await new SessionsPage(tierce).open('Enjeux de chaque structure');
    await expect(new SessionPage(tierce).report).toBeVisible();
    expect(await window.main.evaluate((main) => main.scrollWidth - main.clientWidth)).toBeLessThanOrEqual(1);
  });
});

test('I6 the theme and the language are kept', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  const window = new WindowPage(tierce);
  await window.switchTheme('sombre');
  await expect(window.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await window.page.getByRole('button', { name: 'Display in English' }).click();
  await expect(window.heading('Accompaniments')).toBeVisible();
  await tierce.close();
  await tierce.start();

  await expect(window.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(window.heading('Accompaniments')).toBeVisible();
});
