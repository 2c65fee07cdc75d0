// The documents that leave, and their pages before they do.
import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';

import { WindowPage } from './window-page.ts';

export class DocumentsPage extends WindowPage {
  get sheet(): Locator {
    return this.main.getByTestId('sheet');
  }

  get save(): Locator {
    return this.main.getByRole('button', { name: 'Enregistrer le PDF…' });
  }

  /** A separate program draws the sheets: on a busy computer it takes its time to start. */
  async expectOnSheet(words: string | RegExp): Promise<void> {
    await expect(this.sheet).toContainText(words, { timeout: 30_000 });
  }

  get saveWorkbook(): Locator {
    return this.main.getByRole('button', { name: 'Enregistrer le classeur…' });
  }

  get open(): Locator {
    return this.main.getByRole('button', { name: 'Ouvrir' });
  }

  /** The list of recipients is open. */
  get recipients(): Locator {
    return this.page.getByRole('dialog', { name: 'Choisir les destinataires' });
  }

  async openRecipients(): Promise<void> {
    await this.main.getByRole('button', { name: /^Choisir les destinataires/ }).click();
    await this.recipients.waitFor();
  }

  async openRegister(): Promise<void> {
    await this.main.getByRole('button', { name: /^Registre/ }).click();
    await this.heading('Registre des documents remis').waitFor();
  }

  /** The rows of the register, the latest first. */
  get given(): Locator {
    return this.main
      .getByRole('table', { name: 'Registre des documents remis' })
      .getByRole('row')
      .filter({ has: this.page.getByRole('cell') });
  }

  /** Chooses from one of the lists on the left. */
  async choose(label: 'Document' | 'Séance' | 'Langue' | 'Qui pourra lire', option: string | RegExp): Promise<void> {
    await this.main.getByRole('button', { name: new RegExp(`${label}$`) }).click();
    await this.page.getByRole('option', { name: option }).click();
  }
}
