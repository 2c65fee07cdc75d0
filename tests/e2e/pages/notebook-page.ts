// The confidential notebook: not created, locked, unlocked.
import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';

import { WindowPage } from './window-page.ts';

export const EXAMPLE_PASSPHRASE = 'exemple de Tierce';

export class NotebookPage extends WindowPage {
  field(label: string): Locator {
    return this.main.getByLabel(label, { exact: true });
  }

  get passphrase(): Locator {
    return this.field('Phrase de passe');
  }

  button(name: string): Locator {
    return this.main.getByRole('button', { name, exact: true });
  }

  get recoveryKey(): Locator {
    return this.main.getByTestId('recovery-key');
  }

  get list(): Locator {
    return this.main.getByRole('table', { name: 'Notes confidentielles' });
  }

  /** Texts of the visible notes, from the top. */
  get notes(): Locator {
    return this.list.getByRole('textbox', { name: /^Note du/ });
  }

  async texts(): Promise<readonly string[]> {
    return this.notes.evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
  }

  /** The tensions that are followed, once they are shown. */
  get conflicts(): Locator {
    return this.main.getByRole('list', { name: 'Tensions' }).getByRole('listitem');
  }

  /** Chooses what the note in the dialog is about. */
  async pick(kind: string, name: string): Promise<void> {
    await this.dialog.getByRole('button', { name: new RegExp(` ${kind}$`) }).click();
    await this.page.getByRole('option', { name, exact: true }).click();
  }

  async filterBy(kind: string, name: string): Promise<void> {
    await this.main.getByRole('button', { name: new RegExp(` ${kind}$`) }).click();
    await this.page.getByRole('option', { name, exact: true }).click();
  }

  get line(): Locator {
    return this.field('Noter une ligne');
  }

  get rest(): Locator {
    return this.main.getByText(/^Ouvert · se referme dans/);
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  async show(): Promise<void> {
    await this.goTo('Carnet confidentiel');
    await expect(this.heading('Carnet confidentiel')).toBeVisible();
  }

  /** @returns the recovery key, noted and confirmed */
  async create(passphrase: string): Promise<string> {
    await this.passphrase.fill(passphrase);
    await this.field('La même phrase, encore une fois').fill(passphrase);
    await this.button('Créer le carnet').click();
    return this.noteRecoveryKey();
  }

  async noteRecoveryKey(): Promise<string> {
    await expect(this.recoveryKey).toBeVisible();
    const key = await this.recoveryKey.innerText();
    await this.button('Je l’ai notée').click();
    await expect(this.rest).toBeVisible();
    return key;
  }

  async unlock(passphrase: string): Promise<void> {
    await this.passphrase.fill(passphrase);
    await this.button('Ouvrir le carnet').click();
  }

  async expectOpen(): Promise<void> {
    await expect(this.rest).toBeVisible();
  }

  async expectLocked(): Promise<void> {
    await expect(this.passphrase).toBeVisible();
    await expect(this.notes).toHaveCount(0);
  }

  async lock(): Promise<void> {
    await this.button('Refermer').click();
    await this.expectLocked();
  }

  /** Starts a note; the focus is in it. */
  async begin(): Promise<void> {
    await this.button('Nouvelle note').click();
    await expect(this.list.locator('textarea:focus')).toHaveValue('');
  }

  async write(text: string): Promise<void> {
    await this.begin();
    await this.page.keyboard.type(text);
    await this.expectSafe();
  }

  /** As a keyboard whose Caps Lock is on sends it: browsers that are driven have no such state. */
  async pressWithCapsLock(key: string): Promise<void> {
    await this.page.evaluate((pressed) => {
      const event = new KeyboardEvent('keydown', { key: pressed, bubbles: true, modifierCapsLock: true });
      document.activeElement?.dispatchEvent(event);
    }, key);
  }

  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Pastes a text into what has the focus, as the clipboard would give it. */
  async pasteText(text: string): Promise<void> {
    await this.page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      const field = document.activeElement;
      if (field?.dispatchEvent(event) === true) document.execCommand('insertText', false, pasted);
    }, text);
  }

  async choose(menu: string | RegExp, action: string): Promise<void> {
    await this.main.getByRole('button', { name: menu }).first().click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }

  async changePassphrase(from: string, to: string, isNewKey = false): Promise<void> {
    await this.choose('Phrase de passe et clé de secours', 'Changer la phrase de passe…');
    await this.dialog.getByLabel('Phrase de passe actuelle').fill(from);
    await this.dialog.getByLabel('Nouvelle phrase de passe', { exact: true }).fill(to);
    await this.dialog.getByLabel('La même phrase, encore une fois').fill(to);
    if (isNewKey) await this.dialog.getByText('Faire aussi une nouvelle clé pour le carnet').click();
    await this.dialog.getByRole('button', { name: 'Changer la phrase' }).click();
  }
}
