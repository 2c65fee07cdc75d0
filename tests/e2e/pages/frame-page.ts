// The frame of the mission and its phases.
import type { Locator } from '@playwright/test';

import { WindowPage } from './window-page.ts';

export class FramePage extends WindowPage {
  text(label: string): Locator {
    return this.main.getByRole('textbox', { name: label, exact: true });
  }

  phase(name: string): Locator {
    return this.main.getByRole('tab', { name: new RegExp(name) });
  }

  card(title: string): Locator {
    return this.main.getByRole('region', { name: title, exact: true });
  }

  step(name: string): Locator {
    return this.main.getByRole('checkbox', { name: `Étape faite\u202f: ${name}` });
  }

  /** Starts a step at the end of the list and leaves the field. */
  async beginStep(title: string): Promise<void> {
    await this.main.getByRole('button', { name: 'Ajouter une étape' }).click();
    await this.main.getByRole('textbox', { name: 'Ajouter une étape' }).pressSequentially(title);
  }
}
