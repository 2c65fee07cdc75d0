// What the user sees when a screen breaks: what happened, what is safe, and a way on.
import { expect, test } from '../journey.ts';
import { HomePage } from '../pages/home-page.ts';
import { PresentationPage } from '../pages/presentation-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { WindowPage } from '../pages/window-page.ts';

type Damage = (accompaniment: Record<string, unknown>) => Record<string, unknown>;

/** The example in a form that main would never send, so that the code that draws it breaks. */
async function openDamaged(home: HomePage, damage: Damage): Promise<void> {
  await home.page.route('**/tierce/call', async (route) => {
    const { channel } = route.request().postDataJSON() as { channel: string };
    if (channel !== 'project.example') return route.continue();
    const response = await route.fetch();
    const reply = (await response.json()) as { value: { document: { accompaniment: Record<string, unknown> } } };
    reply.value.document.accompaniment = damage(reply.value.document.accompaniment);
    return route.fulfill({ response, json: reply });
  });
  await home.example.click();
}

test.use({ isSilent: false });

test('K5 a screen that breaks says what is safe, and the rest of the window still works', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await openDamaged(new HomePage(tierce), (accompaniment) => ({ ...accompaniment, sessions: { broken: { id: 'broken' } } }));

  const window = new WindowPage(tierce);
  await window.goTo('Séances');
  await expect(window.heading('Cet écran s’est arrêté')).toBeVisible();
  await expect(window.main).toContainText('l’est toujours');
  await window.goTo('Cadre et phases');
  await expect(window.main.getByRole('tab').first()).toBeVisible();
});

test('K5 when the whole window breaks, resuming leads back to Home', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  const home = new HomePage(tierce);
  await openDamaged(home, () => ({}));

  await expect(home.page.getByRole('heading', { name: 'Cet écran s’est arrêté' })).toBeVisible();
  await home.page.getByRole('button', { name: 'Reprendre' }).click();

  await expect(home.heading('Accompagnements')).toBeVisible();
});

test('E7 K5 the mark of presentation mode stays over a window that broke, and so does the mode', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  const home = new HomePage(tierce);
  const mode = new PresentationPage(tierce);
  await mode.enter();
  await openDamaged(home, () => ({}));

  await expect(home.page.getByRole('heading', { name: 'Cet écran s’est arrêté' })).toBeVisible();
  await expect(mode.strip).toBeInViewport();
  await home.page.getByRole('button', { name: 'Reprendre' }).click();
  await expect(home.heading('Accompagnements')).toBeVisible();
  await expect(mode.strip).toBeVisible();
});
