// The first start: who is working.
import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';

import { WindowPage } from './window-page.ts';

export class WelcomePage extends WindowPage {
  get name(): Locator {
    return this.main.getByLabel('Votre nom');
  }

  get function(): Locator {
    return this.main.getByLabel('Votre fonction');
  }

  get day(): Locator {
    return this.main.getByLabel('Votre journée habituelle');
  }

  get begin(): Locator {
    return this.main.getByRole('button', { name: 'Commencer' });
  }

  get chooseFolder(): Locator {
    return this.main.getByRole('button', { name: 'Choisir un autre dossier…' });
  }

  async introduce(name = 'Sonia Nadir'): Promise<void> {
    await this.name.fill(name);
    await this.begin.click();
    await expect(this.heading('Accompagnements')).toBeVisible();
  }
}
