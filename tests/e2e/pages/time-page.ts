// Funded days and the entry of time.
import type { Locator } from '@playwright/test';

import { WindowPage } from './window-page.ts';

export class TimePage extends WindowPage {
  get length(): Locator {
    return this.main.getByRole('textbox', { name: 'Durée' });
  }

  /** The day of the entry. */
  get day(): Locator {
    return this.main.getByRole('textbox', { name: 'Quand', exact: true });
  }

  /** Says that an entry is planned, not done yet. */
  get planned(): Locator {
    return this.main.locator('label').filter({ hasText: 'C’est prévu, pas encore fait' });
  }

  get remainingAfter(): Locator {
    return this.main.getByTestId('remaining-after');
  }

  get save(): Locator {
    return this.main.getByRole('button', { name: 'Enregistrer le temps' });
  }

  get question(): Locator {
    return this.main.getByRole('status').filter({ hasText: 'Laquelle' });
  }

  get table(): Locator {
    return this.main.getByRole('table', { name: 'Temps passé' });
  }

  get phases(): Locator {
    return this.main.getByRole('table', { name: /Par phase/ });
  }

  get remaining(): Locator {
    return this.main.getByRole('region', { name: 'Jours restants' });
  }

  /** The amendments, each with its reason. */
  get amendments(): Locator {
    return this.main.getByRole('list', { name: 'Avenants' });
  }

  get amendmentDays(): Locator {
    return this.page.getByRole('dialog').getByLabel('Jours ajoutés ou retirés');
  }

  get amendmentReason(): Locator {
    return this.page.getByRole('dialog').getByLabel('Objet');
  }

  phase(name: string | RegExp): Locator {
    return this.phases.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name }) });
  }

  /** The row of a month, with its totals. */
  month(name: string): Locator {
    return this.table.getByRole('row').filter({ hasText: name });
  }

  async addAmendment(days: string, reason: string): Promise<void> {
    await this.openEnvelopeMenu('Ajouter un avenant');
    await this.amendmentDays.fill(days);
    await this.amendmentReason.fill(reason);
    await this.page.getByRole('dialog').getByRole('button', { name: 'Ajouter un avenant' }).click();
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  async addEntry({ day, kind, length, note }: Record<'day' | 'kind' | 'length' | 'note', string>): Promise<void> {
    await this.day.fill(day);
    await this.choose('Nature', kind);
    await this.length.fill(length);
    await this.main.getByRole('textbox', { name: 'Commentaire' }).fill(note);
    await this.save.click();
    await this.main.getByRole('textbox', { name: 'Commentaire' }).and(this.page.locator('input[value=""]')).waitFor();
  }

  async openAmendment(): Promise<void> {
    await this.amendments
      .getByRole('button', { name: /^Modifier l’avenant/ })
      .first()
      .click();
  }

  async openEnvelopeMenu(item: string): Promise<void> {
    await this.main.getByRole('button', { name: /^Autres actions \(DLA 77\)/ }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  row(text: string): Locator {
    return this.table.getByRole('row').filter({ hasText: text });
  }

  async choose(label: string, option: string): Promise<void> {
    await this.main.getByRole('button', { name: new RegExp(`${label}$`) }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }
}
