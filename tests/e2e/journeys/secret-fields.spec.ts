// Journey: what is said at the field of a passphrase, while it is typed and when it is refused.
import { expect, test } from '../journey.ts';
import { EXAMPLE_PASSPHRASE } from '../pages/notebook-page.ts';
import { exampleNotebook, newNotebook } from '../pages/notebook-start.ts';

// Every passphrase takes a good part of a second, and more on a busy computer.
test.describe.configure({ timeout: 150_000 });

test('E1 A12 a new passphrase is told how long it would withstand and what would help, and is never refused for that', async ({
  tierce,
}) => {
  const book = await newNotebook(tierce);
  await book.passphrase.fill('motdepasse');
  await expect(book.main).toContainText(
    'Très facile à deviner. Qui aurait ce fichier et louerait dix machines y mettrait quelques secondes.',
  );
  await expect(book.main).toContainText('un mot que l’on essaie en premier');
  await book.passphrase.fill('tournesol girouette vaisselle brouette');
  await expect(book.main).toContainText('Très difficile à deviner.');
  await book.create('motdepasse');
});

test('E1 Caps Lock is said while a passphrase is typed, and a refused one says what to think of, but nothing of what was typed', async ({
  tierce,
}) => {
  const book = await exampleNotebook(tierce);
  await book.passphrase.focus();
  await book.pressWithCapsLock('A');
  await expect(book.main).toContainText('Verr. Maj est activé.');
  await book.page.keyboard.press('Shift');
  await expect(book.main).not.toContainText('Verr. Maj est activé.');

  await book.unlock('QUARANTE DEUX ');
  await expect(book.main).toContainText(
    'Verr. Maj était peut-être activé. Un espace se trouve au début ou à la fin. Clavier AZERTY ou QWERTY\u202f?',
  );
  await expect(book.main).not.toContainText('QUARANTE');
  await book.unlock(EXAMPLE_PASSPHRASE);
  await book.expectOpen();
});

test('E1 A12 a megabyte pasted into a field of a passphrase or of a recovery key is said, and neither kept, nor cut, nor a reason to hang', async ({
  tierce,
}) => {
  const book = await exampleNotebook(tierce);
  await book.passphrase.focus();
  await book.pasteText('x'.repeat(1_000_000));
  await book.expectSaid('Rien n’a été collé');
  await expect(book.passphrase).toHaveValue('');
  await book.button('J’ai perdu la phrase').click();
  await book.field('Clé de secours').focus();
  await book.pasteText('A'.repeat(1_000_000));
  await expect(book.field('Clé de secours')).toHaveValue('');
  await book.button('Revenir à la phrase de passe').click();
  await book.unlock(EXAMPLE_PASSPHRASE.normalize('NFD'));
  await book.expectOpen();
});

test('E1 opening without a passphrase is not offered where no store of the system would protect the key, and the reason is said', async ({
  tierce,
}) => {
  const book = await exampleNotebook(tierce);
  await book.unlock(EXAMPLE_PASSPHRASE);
  await book.choose('Phrase de passe et clé de secours', 'Ouvrir sans phrase sur cet ordinateur…');
  await expect(book.dialog).toContainText('Ce n’est pas possible ici');
  await expect(book.dialog.getByRole('textbox')).toHaveCount(0);
  await book.page.keyboard.press('Escape');
  await expect(book.dialog).toHaveCount(0);
});

test('E1 what was copied from a note is gone from the clipboard once the notebook is locked', async ({ tierce }) => {
  const book = await exampleNotebook(tierce);
  await book.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await book.unlock(EXAMPLE_PASSPHRASE);
  await book.notes.first().focus();
  await book.page.keyboard.press('Control+a');
  await book.page.keyboard.press('Control+c');
  await expect.poll(() => book.clipboard()).toContain('Mains Libres');
  await book.lock();

  await expect.poll(() => book.clipboard()).toBe('');
});
