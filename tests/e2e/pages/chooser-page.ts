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

  /** The buttons that are marked as the main one. */
  get mainButton(): Locator {
    return this.dialog.locator('.chooser-main');
  }

  /** How far its middle is from that of the window, in pixels across and down. */
  async offCentre(): Promise<readonly [number, number]> {
    const box = await this.dialog.boundingBox();
    const window = this.page.viewportSize();
    if (box === null || window === null) throw new Error('The chooser is not shown');
    return [Math.abs(box.x + box.width / 2 - window.width / 2), Math.abs(box.y + box.height / 2 - window.height / 2)];
  }

  get cancel(): Locator {
    return this.dialog.getByRole('button', { name: 'Annuler' });
  }
}
