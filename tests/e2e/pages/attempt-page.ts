// A file that could not be opened as it was asked.
import type { Locator } from '@playwright/test';

import { WindowPage } from './window-page.ts';

export class AttemptPage extends WindowPage {
  get back(): Locator {
    return this.main.getByRole('button', { name: 'Accompagnements' });
  }

  act(name: string | RegExp): Locator {
    return this.main.getByRole('button', { name }).first();
  }

  /** What was typed and is not saved, in a window that has lost the program. */
  get notKept(): Locator {
    return this.page.getByRole('alert').getByRole('listitem');
  }

  get takeOverNow(): Locator {
    return this.page.getByRole('dialog').getByRole('button', { name: 'Prendre la main' });
  }

  get passphrase(): Locator {
    return this.main.getByLabel('Phrase de passe');
  }

  /** The outcome of a recovery. */
  get outcome(): Locator {
    return this.page.getByRole('dialog');
  }
}
