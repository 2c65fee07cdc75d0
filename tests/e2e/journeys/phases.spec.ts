// Journey: the phases of the method, their gates, and the closing of the mission.
import { expect, test } from '../journey.ts';
import { HomePage } from '../pages/home-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { FramePage } from '../pages/frame-page.ts';
import type { TestApp } from '../shells/test-app.ts';

test.use({ now: '2026-06-15T08:00:00.000Z' });

async function frameOfExample(tierce: TestApp): Promise<FramePage> {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  const frame = new FramePage(tierce);
  await frame.goTo('Cadre et phases');
  return frame;
}

test('B2 a step is ticked with who and when, both of which can be changed', async ({ tierce }) => {
  const frame = await frameOfExample(tierce);
  const steps = frame.card('Étapes');
  await steps.getByRole('listitem').nth(1).locator('.checkbox').click();
  const done = steps.getByRole('button', { name: /Sonia Nadir · 15 juin/ });
  await expect(done).toBeVisible();
  await done.click();
  const dialog = frame.page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Faite par$/ }).click();
  await frame.page.getByRole('option', { name: 'Nicole Ferrand' }).click();
  await dialog.getByRole('button', { name: 'Terminé' }).click();

  await expect(steps.getByRole('button', { name: /Nicole Ferrand · 15 juin/ })).toBeVisible();
});

test('B2 means, real dates and synthesis are kept', async ({ tierce }) => {
  const frame = await frameOfExample(tierce);
  await frame.text('Moyens').fill('Une salle, deux demi-journées.');
  await frame.text('Synthèse').fill('Le groupe a choisi la convention.');
  await frame.text('Synthèse').blur();
  await frame.expectSafe();
  await frame.goTo('Vue d’ensemble');
  await frame.goTo('Cadre et phases');

  await expect(frame.text('Moyens')).toHaveValue('Une salle, deux demi-journées.');
  await expect(frame.text('Synthèse')).toHaveValue('Le groupe a choisi la convention.');
});

test('B3 a gate is passed by somebody on a date, and reopened with a reason; both acts stay', async ({ tierce }) => {
  const frame = await frameOfExample(tierce);
  await frame.main.getByRole('button', { name: 'Valider le jalon' }).click();
  const dialog = frame.page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Validé par$/ }).click();
  await frame.page.getByRole('option', { name: 'Claire Roux' }).click();
  await dialog.getByRole('button', { name: 'Valider le jalon' }).click();
  await expect(frame.main.getByText('Jalon validé le 15 juin 2026 par Claire Roux.')).toBeVisible();
  await frame.main.getByRole('button', { name: 'Rouvrir le jalon' }).click();
  await dialog.getByRole('button', { name: 'Rouvrir le jalon' }).click();
  await expect(dialog.getByText('Dites pourquoi le jalon est rouvert.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Raison' }).fill('Comptes reçus\naprès coup'); // as pasted: it is kept on one line
  await dialog.getByRole('button', { name: 'Rouvrir le jalon' }).click();

  await expect(frame.main.getByText(/Rouvert le 15 juin 2026.*Comptes reçus après coup/)).toBeVisible();
  await expect(frame.main.getByText('Jalon validé le 15 juin 2026 par Claire Roux.')).toBeVisible();
});

test('B3 the criteria that are not met are told where a gate is passed; the gate is the main action once its phase has begun', async ({
  tierce,
}) => {
  const frame = await frameOfExample(tierce);
  await frame.phase('Changement').click();
  const pass = frame.main.getByRole('button', { name: 'Valider le jalon' });
  const criteria = frame.main.getByRole('checkbox', { name: /^Critère rempli/ });
  await expect(criteria.first()).not.toBeChecked();
  const total = await criteria.count();
  await expect(pass).not.toHaveClass(/button-main/);
  await pass.click();
  const dialog = frame.page.getByRole('dialog');
  await expect(dialog.getByText(`${total} critères sur ${total} ne sont pas remplis.`)).toBeVisible();
  await dialog.getByRole('button', { name: 'Annuler' }).click();
  for (let met = 1; met < total; met += 1) await frame.tick(criteria.nth(met));
  await pass.click();
  await expect(dialog.getByText(`1 critère sur ${total} n’est pas rempli.`)).toBeVisible();
  await dialog.getByRole('button', { name: 'Annuler' }).click();

  await frame.main.getByRole('button', { name: /État de la phase$/ }).click();
  await frame.page.getByRole('option', { name: 'en cours' }).click();
  await expect(pass).toHaveClass(/button-main/);
});

test('B3 a phase is skipped with its reason, which is then read beside it', async ({ tierce }) => {
  const frame = await frameOfExample(tierce);
  await frame.phase('Changement').click();
  await frame.main.getByRole('button', { name: /État de la phase$/ }).click();
  await frame.page.getByRole('option', { name: 'sautée' }).click();
  const dialog = frame.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Sauter cette phase' }).click();
  await expect(dialog.getByText(/Dites pourquoi/)).toBeVisible();
  await dialog.getByRole('textbox', { name: /Pourquoi la sauter/ }).fill('Le collectif a déjà commencé');
  await frame.page.keyboard.press('Enter');

  await expect(frame.main.getByText(/Sautée.*Le collectif a déjà commencé/)).toBeVisible();
});

test('B17 the closing tells what is missing until it is there', async ({ tierce }) => {
  const frame = await frameOfExample(tierce);
  await frame.mission.click();
  const closing = frame.card('Clôture de la mission');
  await expect(closing).toContainText(/Il manque encore.*la remise du rapport final/);
  await closing.getByRole('textbox', { name: 'Qui peut lire le rapport' }).fill('Les structures et le financeur');
  await closing.getByRole('textbox', { name: 'Rapport final remis le' }).fill('10/06/2026');
  await closing.getByRole('textbox', { name: 'Qui peut lire le rapport' }).click();

  await expect(closing).not.toContainText('la remise du rapport final');
  await expect(closing).toContainText('l’accord sur sa diffusion');
});

test('B17 a tool handed over and a meeting afterwards are noted with the keyboard alone', async ({ tierce }) => {
  const frame = await frameOfExample(tierce);
  const { keyboard } = frame.page;
  await frame.phase('Structuration').focus();
  await keyboard.press('Home');
  await expect(frame.mission).toHaveAttribute('aria-selected', 'true');
  await frame.tabTo('Ajouter un outil');
  await keyboard.press('Enter');
  await keyboard.type('Modèle de convention');
  await keyboard.press('Enter');
  await expect(frame.card('Clôture de la mission').getByRole('checkbox', { name: /Modèle de convention/ })).toBeAttached();
  await frame.tabTo('Ajouter un rendez-vous');
  await keyboard.press('Enter');

  await expect(
    frame
      .card('Clôture de la mission')
      .getByRole('listitem')
      .filter({ has: frame.page.getByRole('textbox', { name: 'Prévu le' }) }),
  ).toHaveCount(2);
});

test('B2 B17 the phase at work comes first, with its gate in the head; the frame and each other phase are one press away', async ({
  tierce,
}) => {
  const frame = await frameOfExample(tierce);
  await expect(frame.phase('Structuration')).toHaveAttribute('aria-selected', 'true');
  await expect(frame.heading('Structuration de l’organisation')).toBeAttached();
  await expect(frame.main.getByRole('button', { name: 'Valider le jalon' })).toBeInViewport({ ratio: 1 });
  await expect(frame.card('Étapes')).toBeInViewport();

  await frame.phase('Besoins').click();
  await expect(frame.heading('Identification des besoins à coopérer')).toBeAttached();
  await expect(frame.main.getByRole('button', { name: 'Rouvrir le jalon' })).toBeVisible();
  await frame.mission.click();
  await expect(frame.heading('Offre commune d’insertion, Sud Seine-et-Marne')).toBeAttached();
  await expect(frame.text('Besoin')).toHaveValue(/^Cinq structures/);
});
