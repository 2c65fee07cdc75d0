// The screens before an accompaniment is open: first start, Home, new accompaniment.
import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';

import { WindowPage } from './window-page.ts';

/** The name of a Coorace accompaniment until it has a title of its own. */
export const UNTITLED = 'Accompagnement à la coopération';

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

export class HomePage extends WindowPage {
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
    return this.main.getByRole('radiogroup', { name: 'Montrer' }).getByRole('radio', { name: new RegExp(`^${name}`) });
  }

  get words(): Locator {
    return this.main.getByLabel('Filtrer par titre, phase ou lieu');
  }

  get upcoming(): Locator {
    return this.main.getByRole('region', { name: 'Prochaines séances' });
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
