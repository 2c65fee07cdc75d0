// The screen of the collective: map, list, mandates, portrait, and the record of a structure.
import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';

import { WindowPage } from './window-page.ts';

export class CollectivePage extends WindowPage {
  get map(): Locator {
    return this.main.getByRole('group', { name: 'Carte des cercles' });
  }

  /** A structure on the map, by its name and the name of its circle. */
  dot(name: string, circle = ''): Locator {
    return this.map.getByRole('button', { name: `${name}, ${circle}` });
  }

  /** Where structures stand on the map, in pixels from its corner. */
  async placesOf(names: readonly string[]): Promise<readonly { readonly x: number; readonly y: number }[]> {
    const map = await this.map.boundingBox();
    const boxes = await Promise.all(names.map((name) => this.dot(name).boundingBox()));
    return boxes.map((box) => ({ x: (box?.x ?? 0) - (map?.x ?? 0), y: (box?.y ?? 0) - (map?.y ?? 0) }));
  }

  get slider(): Locator {
    return this.main.getByRole('slider', { name: 'Revoir la carte dans le temps' });
  }

  get panel(): Locator {
    return this.main.getByRole('complementary', { name: 'Fiche' });
  }

  get moves(): Locator {
    return this.panel.getByRole('list', { name: 'Mouvements' });
  }

  mandate(about: string): Locator {
    return this.main.getByRole('button', { name: new RegExp(`^${about}.*Modifier$`) });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  get add(): Locator {
    return this.main.getByRole('button', { name: 'Ajouter une structure' });
  }

  get list(): Locator {
    return this.main.getByRole('table', { name: 'Structures du collectif' });
  }

  row(name: string): Locator {
    return this.list.getByRole('row').filter({ hasText: name });
  }

  text(label: string): Locator {
    return this.main.getByRole('textbox', { name: label, exact: true });
  }

  async view(name: 'Cercles' | 'Liste' | 'Mandats' | 'Portrait'): Promise<void> {
    await this.main.getByRole('tab', { name }).click();
  }

  /** Adds a structure that arrives today. */
  async addStructure(name: string, territory = ''): Promise<void> {
    await this.add.click();
    await this.dialog.getByLabel('Nom de la structure').fill(name);
    await this.dialog.getByLabel('Territoire').fill(territory);
    await this.dialog.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await expect(this.dialog).toBeHidden();
  }

  async addPerson(name: string, role = ''): Promise<void> {
    await this.panel.getByRole('button', { name: 'Ajouter une personne' }).click();
    await this.dialog.getByLabel('Nom', { exact: true }).fill(name);
    if (role !== '') await this.choose('Rôle dans la coopération', role);
    await this.dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(this.dialog).toBeHidden();
  }

  /** Chooses from a list in the dialog. */
  async choose(label: string, option: string): Promise<void> {
    await this.dialog.getByRole('button', { name: new RegExp(`${label}$`) }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** Opens the form of a move from the menu. */
  async beginMove(to: string): Promise<void> {
    await this.panel.getByRole('button', { name: 'Déplacer vers…' }).click();
    await this.page.getByRole('menuitem', { name: to }).click();
  }

  /** A date in the form. */
  date(label = 'Date'): Locator {
    return this.dialog.getByRole('textbox', { name: label, exact: true });
  }
}
