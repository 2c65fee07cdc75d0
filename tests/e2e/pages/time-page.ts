// Funded days and the entry of time.
import type { Locator } from '@playwright/test';

import { WindowPage } from './window-page.ts';

export class TimePage extends WindowPage {
  get length(): Locator {
    return this.main.getByRole('textbox', { name: 'Durée' });
  }

  /** The day of the entry. */
  get day(): Locator {
    return this.main.getByRole('textbox', { name: 'Quand', exact: true });
  }

  get remainingAfter(): Locator {
    return this.main.getByTestId('remaining-after');
  }

  get save(): Locator {
    return this.main.getByRole('button', { name: 'Enregistrer le temps' });
  }

  get question(): Locator {
    return this.main.getByRole('status').filter({ hasText: 'Laquelle' });
  }

  get table(): Locator {
    return this.main.getByRole('table', { name: 'Temps passé' });
  }

  get phases(): Locator {
    return this.main.getByRole('table', { name: /Par phase/ });
  }

  get remaining(): Locator {
    return this.main.getByRole('region', { name: /de reste sur/ });
  }

  row(text: string): Locator {
    return this.table.getByRole('row').filter({ hasText: text });
  }

  async choose(label: string, option: string): Promise<void> {
    await this.main.getByRole('button', { name: new RegExp(`${label}$`) }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }
}
