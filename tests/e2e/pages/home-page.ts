// Home: the accompaniments of the library.
import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';

import { WindowPage } from './window-page.ts';

export class HomePage extends WindowPage {
  get profile(): Locator {
    return this.main.getByRole('button', { name: 'Votre profil…' });
  }

  get create(): Locator {
    return this.main.getByRole('button', { name: 'Nouvel accompagnement' });
  }

  get openFile(): Locator {
    return this.main.getByRole('button', { name: 'Ouvrir un fichier…' });
  }

  get example(): Locator {
    return this.main.getByRole('button', { name: 'Explorer l’exemple' });
  }

  get table(): Locator {
    return this.main.getByRole('table', { name: 'Vos accompagnements' });
  }

  row(title: string): Locator {
    return this.table.getByRole('row').filter({ hasText: title });
  }

  entry(title: string): Locator {
    return this.table.getByRole('button', { name: title, exact: true });
  }

  filter(name: string): Locator {
    return this.main.getByRole('radiogroup', { name: 'Filtrer les accompagnements' }).getByRole('radio', { name: new RegExp(`^${name}`) });
  }

  get words(): Locator {
    return this.main.getByLabel('Filtrer par titre, phase ou lieu');
  }

  get upcoming(): Locator {
    return this.main.getByRole('region', { name: 'Prochaines séances' });
  }

  get firstSteps(): Locator {
    return this.main.getByRole('region', { name: 'Premiers pas' });
  }

  firstStep(name: string): Locator {
    return this.firstSteps.getByRole('button', { name });
  }

  get stepsDone(): Locator {
    return this.firstSteps.getByRole('listitem').filter({ hasText: 'Fait' });
  }

  /** The entry of time, in its dialog. */
  get timeForm(): Locator {
    return this.page.getByRole('dialog', { name: 'Saisir du temps' });
  }

  async enterTimeFor(title: string): Promise<void> {
    await this.table.getByRole('button', { name: `Saisir du temps\u202f: ${title}` }).click();
    await expect(this.timeForm.getByRole('textbox', { name: 'Durée' })).toBeVisible();
  }

  unreadable(fileName: string): Locator {
    return this.main.getByRole('listitem').filter({ hasText: fileName });
  }

  async exploreExample(): Promise<void> {
    await this.example.click();
    await this.goTo('Séances');
    await expect(this.heading('Séances')).toBeVisible();
  }
}
