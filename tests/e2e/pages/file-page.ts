// Everything about the file: backups, history, protection, exports.
import type { Locator } from '@playwright/test';

import { WindowPage } from './window-page.ts';

export class FilePage extends WindowPage {
  /** One of the views of the file. */
  async show(view: string): Promise<void> {
    await this.goTo('Fichier');
    await this.main.getByRole('tab', { name: view }).click();
  }

  /** Of the history, the newest first. */
  get changes(): Locator {
    return this.main.getByRole('list', { name: 'Changements' }).getByRole('listitem');
  }

  /** Routine ones. */
  get backups(): Locator {
    return this.#rowsOf('Copies courantes');
  }

  /** Those that stay until the user dismisses them. */
  get keptBackups(): Locator {
    return this.#rowsOf('Gardées pour vous');
  }

  #rowsOf(group: string): Locator {
    return this.main
      .getByRole('table', { name: group })
      .getByRole('row')
      .filter({ has: this.page.getByRole('cell') });
  }

  dismiss(backup: Locator): Locator {
    return backup.getByRole('button', { name: /^Ne plus garder/ });
  }

  look(backup: Locator): Locator {
    return backup.getByRole('button', { name: /^Consulter/ });
  }

  save(backup: Locator): Locator {
    return backup.getByRole('button', { name: /^Enregistrer ailleurs/ });
  }

  restore(backup: Locator): Locator {
    return backup.getByRole('button', { name: /^Rétablir/ });
  }

  get restoreNow(): Locator {
    return this.page.getByRole('dialog').getByRole('button', { name: 'Rétablir', exact: true });
  }

  get banner(): Locator {
    return this.main.getByRole('status').filter({ hasText: /[Ll]ecture seule/ });
  }

  get backToFile(): Locator {
    return this.main.getByRole('button', { name: 'Revenir au fichier' });
  }

  /** The indicator while the file cannot be written: it leads to what can be done. */
  get trouble(): Locator {
    return this.saving.getByRole('button');
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  act(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true });
  }
}
