// The file chooser that the browser shell draws over the page.
import type { Locator } from '@playwright/test';

import { WindowPage } from './window-page.ts';

export class ChooserPage extends WindowPage {
  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  place(name: string): Locator {
    return this.dialog.getByRole('list', { name: 'Emplacements' }).getByRole('button', { name, exact: true });
  }

  /** The place whose content is listed. */
  get currentPlace(): Locator {
    return this.dialog.locator('[aria-current="true"]');
  }

  entry(name: string): Locator {
    return this.dialog.getByRole('list').last().getByRole('button', { name });
  }

  get choose(): Locator {
    return this.dialog.getByRole('button', { name: 'Choisir ce dossier' });
  }

  get fileName(): Locator {
    return this.dialog.getByLabel('Nom du fichier');
  }

  get save(): Locator {
    return this.dialog.getByRole('button', { name: 'Enregistrer ici' });
  }

  get replace(): Locator {
    return this.dialog.getByRole('button', { name: 'Le remplacer' });
  }

  get cancel(): Locator {
    return this.dialog.getByRole('button', { name: 'Annuler' });
  }
}
