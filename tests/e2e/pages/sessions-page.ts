// The list of sessions.
import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';

import { WindowPage } from './window-page.ts';

export class SessionsPage extends WindowPage {
  get create(): Locator {
    return this.main.getByRole('button', { name: 'Nouvelle séance' });
  }

  get table(): Locator {
    return this.main.getByRole('table', { name: 'Liste des séances' });
  }

  /** The titles, each of which opens its session. */
  get links(): Locator {
    return this.table.locator('.row-link');
  }

  get sought(): Locator {
    return this.main.getByRole('textbox', { name: 'Un mot, une personne, une décision' });
  }

  filter(name: string): Locator {
    return this.main.getByRole('radiogroup', { name: 'Filtrer les séances' }).getByRole('radio', { name });
  }

  sortBy(column: string): Locator {
    return this.table.getByRole('button', { name: column });
  }

  row(title: string): Locator {
    return this.table.getByRole('row').filter({ hasText: title });
  }

  async open(title: string): Promise<void> {
    await this.links.filter({ hasText: title }).click();
    await expect(this.heading(title)).toBeAttached();
  }
}
