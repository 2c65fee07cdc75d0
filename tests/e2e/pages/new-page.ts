// A new accompaniment, step by step.
import type { Locator } from '@playwright/test';

import { WindowPage } from './window-page.ts';

/** The name of a Coorace accompaniment until it has a title of its own. */
export const UNTITLED = 'Accompagnement à la coopération';

export class NewPage extends WindowPage {
  field(label: string): Locator {
    return this.main.getByLabel(label, { exact: true });
  }

  scheme(name: string): Locator {
    return this.main.getByRole('radiogroup').locator('label').filter({ hasText: name });
  }

  step(name: string): Locator {
    return this.main.getByRole('list', { name: 'Étapes de la création' }).getByRole('button', { name: new RegExp(name) });
  }

  get next(): Locator {
    return this.main.getByRole('button', { name: 'Continuer' });
  }

  get createAsIs(): Locator {
    return this.main.getByRole('button', { name: 'Créer tel quel' });
  }

  get create(): Locator {
    return this.main.getByRole('button', { name: 'Créer l’accompagnement' });
  }

  get ahead(): Locator {
    return this.main.getByRole('complementary', { name: 'Ce qui vous attend' });
  }

  get newStructure(): Locator {
    return this.main.getByLabel('Nom d’une structure');
  }

  structure(name: string): Locator {
    return this.main.getByRole('listitem').filter({ hasText: name });
  }

  get underWay(): Locator {
    return this.main.getByText('La mission est déjà commencée');
  }

  date(label: 'Début' | 'Fin'): Locator {
    return this.main.getByRole('textbox', { name: new RegExp(`^${label}`) });
  }
}
