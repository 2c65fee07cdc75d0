// Closing the window of the browser shell: the browser asks while something that was entered would be lost, and only then.
import { expect, test } from '../journey.ts';
import { newAccompaniment } from '../pages/beginnings.ts';
import { CollectivePage } from '../pages/collective-page.ts';
import { NotebookPage } from '../pages/notebook-page.ts';
import type { WindowPage } from '../pages/window-page.ts';

test.describe.configure({ timeout: 150_000 }); // a passphrase takes its time

/** Closes the window as its user does, and stays there when the browser asks. */
async function closeAndStay({ page }: WindowPage): Promise<void> {
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
}

/** A browser that asked would stay open. */
async function closeForGood({ page }: WindowPage): Promise<void> {
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
}

test('A2 closing the window asks about a refused text, also one whose field has gone, and not once it is mended', async ({ tierce }) => {
  await newAccompaniment(tierce);
  const collective = new CollectivePage(tierce);
  await collective.goTo('Collectif');
  await collective.addStructure('Le Fournil');
  const jobs = collective.text('Emplois');
  await jobs.fill('une vingtaine');
  await closeAndStay(collective);
  await collective.expectSaid('Une saisie n’est pas gardée');
  await expect(jobs).toHaveValue('une vingtaine');

  await collective.goTo('Cadre');
  await collective.expectSaid('Vous le retrouverez dans son champ');
  await closeAndStay(collective);

  await collective.answerMessage('Y revenir');
  await jobs.fill('20');
  await collective.expectSafe();
  await closeForGood(collective);
});

test('A2 I5 closing the window asks about a form that was begun, in English too', async ({ tierce }) => {
  await newAccompaniment(tierce);
  const collective = new CollectivePage(tierce);
  await collective.goTo('Collectif');
  await collective.page.getByRole('button', { name: 'Display in English' }).click();
  await collective.page.getByRole('button', { name: 'Add an organisation' }).first().click();
  const name = collective.page.getByRole('dialog').getByRole('textbox').first();
  await name.pressSequentially('Le Fournil');
  await closeAndStay(collective);
  await collective.expectSaid('Something you entered is not saved');
  await expect(name).toHaveValue('Le Fournil');

  await name.press('Enter');
  await expect(collective.page.getByRole('dialog')).toHaveCount(0);
  await collective.expectSafe();
  await closeForGood(collective);
});

test('A2 E1 closing the window asks about a note of the notebook that was refused', async ({ tierce }) => {
  await newAccompaniment(tierce);
  const book = new NotebookPage(tierce);
  await book.show();
  await book.create('tournesol, été, trente-sept');
  await book.begin();
  const refusal = { ok: false, failure: { code: 'bug', id: 'refused' } };
  await book.page.route('**/tierce/call', async (route) => {
    const { channel } = route.request().postDataJSON() as { channel: string };
    return channel === 'vault.write' ? route.fulfill({ json: refusal }) : route.continue();
  });
  await book.notes.first().fill('La directrice hésite à partir');
  await book.notes.first().blur();
  await expect(book.notes.first()).toHaveAttribute('aria-invalid', 'true');
  await closeAndStay(book);
  await book.expectSaid('Une saisie n’est pas gardée');

  await book.page.unrouteAll();
  await book.notes.first().fill('La directrice reste');
  await book.notes.first().blur();
  await book.expectSafe();
  await closeForGood(book);
});
