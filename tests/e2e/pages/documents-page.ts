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

  /** Chooses from one of the lists on the left. */
  async choose(label: 'Document' | 'Séance' | 'Langue', option: string | RegExp): Promise<void> {
    await this.main.getByRole('button', { name: new RegExp(`${label}$`) }).click();
    await this.page.getByRole('option', { name: option }).click();
  }
}
