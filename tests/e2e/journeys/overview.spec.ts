// Journey: the overview shows where the accompaniment stands, and leads to what needs to be done.
import { expect, test } from '../journey.ts';
import { HomePage } from '../pages/home-page.ts';
import { NewPage } from '../pages/new-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { WindowPage } from '../pages/window-page.ts';
import type { TestApp } from '../shells/test-app.ts';

test.use({ now: '2026-06-15T08:00:00.000Z' });

class OverviewPage extends WindowPage {
  card(name: string) {
    return this.main.getByRole('region', { name });
  }
}

async function overviewOfExample(tierce: TestApp): Promise<OverviewPage> {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  const overview = new OverviewPage(tierce);
  await overview.goTo('Vue d’ensemble');
  return overview;
}

test('B2 F4 the overview tells the phases in time, the days, the next session, what is late and why', async ({ tierce }) => {
  const overview = await overviewOfExample(tierce);

  await expect(overview.card('Les phases, du 2 février au 10 juillet 2026').getByRole('listitem')).toHaveText([
    /Besoins.*jalon validé le 21 avril · 4 étapes sur 4/,
    /Diagnostic.*jalon validé le 12 mai · 4 étapes sur 4/,
    /Structuration.*1 étape sur 4 · fin prévue le 30 juin/,
    /Changement.*commence le 1er juillet/,
  ]);
  await expect(overview.card('Jours financés')).toContainText(/1,5\sj restant sur 7,5 · /);
  await expect(overview.card('Jours financés')).toContainText(/Fait\s: 6\sj · dont 6\sj à signer · prévu\s: 0,75\sj/);
  await expect(overview.card('Prochaine séance')).toContainText('Séance 8 · Charte, premier essai et suite');
  await expect(overview.card('Prochaine séance').getByRole('listitem').nth(1)).toHaveText(/10:00.*Calendrier de l’essai.*45 min/);
  await expect(overview.card('À faire avancer').getByRole('listitem').first()).toHaveText(
    /Consulter les représentants du personnel.*Joana Lopes.*pour le 30 avril.*en retard de 46 jours/,
  );
  await expect(overview.card('Cercles')).toContainText('4 au noyau dur · 2 partenaires actives');
});

test('B2 what is late and what is open stands once, the most overdue first', async ({ tierce }) => {
  const overview = await overviewOfExample(tierce);
  const lines = overview.card('À faire avancer').getByRole('listitem');

  await expect(lines).toHaveText([
    /Consulter les représentants.*46 jours/,
    /Demander à l’expert-comptable.*3 jours/,
    /Rédiger l’article.*pour le 24 juin/,
    /Relire la convention.*à désigner.*pour le 30 juin/,
  ]);
});

test('C2 the circles on the overview lead to the map of the collective', async ({ tierce }) => {
  const overview = await overviewOfExample(tierce);
  await expect(overview.card('Cercles').getByText('Relais du Val')).toBeVisible();
  await overview.card('Cercles').getByRole('button', { name: 'Collectif' }).click();

  await expect(overview.heading('Collectif')).toBeVisible();
});

test('I4 a screen begins at its top, however far the one before was scrolled', async ({ tierce }) => {
  const overview = await overviewOfExample(tierce);
  await overview.main.evaluate((main) => main.scrollTo(0, main.scrollHeight));
  await overview.goTo('Cadre et phases');

  await expect(overview.main.getByRole('tablist', { name: 'Phases' })).toBeInViewport({ ratio: 1 });
  expect(await overview.main.evaluate((main) => main.scrollTop)).toBe(0);
});

test('B2 an action is ticked off on the overview, and taken back', async ({ tierce }) => {
  const overview = await overviewOfExample(tierce);
  const actions = overview.card('À faire avancer');
  await actions.getByRole('listitem').filter({ hasText: 'Consulter les représentants' }).locator('.checkbox').click();
  await expect(actions.getByRole('listitem')).toHaveCount(3);

  await overview.page.keyboard.press('Control+z');

  await expect(actions.getByRole('listitem')).toHaveCount(4);
});

test('B2 each thing that is late leads to where something can be done, with the keyboard alone', async ({ tierce }) => {
  const overview = await overviewOfExample(tierce);
  await overview.page.keyboard.press('Alt+3');
  await overview.page.keyboard.press('Alt+1');
  await expect(overview.heading('Offre commune d’insertion, Sud Seine-et-Marne')).toBeVisible();
  await overview.tabTo('Consulter les représentants du personnel');
  await overview.page.keyboard.press('Enter');

  await expect(overview.heading('Enjeux de chaque structure')).toBeAttached();
});

test('I8 the overview of an accompaniment that has only begun says what is still to be noted', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  const home = new HomePage(tierce);
  await home.create.click();
  await new NewPage(tierce).createAsIs.click();
  const overview = new OverviewPage(tierce);

  await overview.goTo('Vue d’ensemble');

  await expect(overview.card('Jours financés')).toContainText('Aucune enveloppe');
  await expect(overview.card('Prochaine séance')).toContainText('Aucune séance n’est prévue');
  await expect(overview.card('À faire avancer')).toContainText('aucune action n’est ouverte');
  await expect(overview.card('Cercles')).toContainText('Ajoutez les structures du collectif');
});

test('I6 a screen is printed without the bars and buttons around it', async ({ tierce }) => {
  const overview = await overviewOfExample(tierce);
  await overview.page.emulateMedia({ media: 'print', colorScheme: 'dark' });

  await expect(overview.page.getByRole('navigation', { name: 'Écrans de l’accompagnement' })).toBeHidden();
  await expect(overview.main.getByRole('button', { name: 'Saisir du temps' })).toBeHidden();
  await expect(overview.card('Prochaine séance')).toBeVisible();
  const height = await overview.main.evaluate((main) => main.scrollHeight - main.clientHeight);
  expect(height, 'nothing is left below a fold that paper does not have').toBeLessThanOrEqual(1);
});
