// The frame of the mission and its phases.
import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';

import { WindowPage } from './window-page.ts';

export class FramePage extends WindowPage {
  text(label: string): Locator {
    return this.main.getByRole('textbox', { name: label, exact: true });
  }

  /** The tab of the frame of the mission. */
  get mission(): Locator {
    return this.main.getByRole('tab', { name: 'Cadre', exact: true });
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

  /** Ticks a box of a list. */
  async tick(box: Locator): Promise<void> {
    await box.locator('xpath=ancestor::label').click();
    await expect(box).toBeChecked();
  }

  /** Shows the first phase, unless one is shown. */
  async showPhase(): Promise<void> {
    if ((await this.mission.getAttribute('aria-selected')) === 'true') await this.phase('^1\\. ').click();
    await expect(this.card('Étapes')).toBeVisible();
  }

  /** Passes the gate of the phase that is shown, else of the first. */
  async passGate(): Promise<void> {
    await this.showPhase();
    const dialog = this.page.getByRole('dialog');
    await this.main.getByRole('button', { name: 'Valider le jalon' }).click();
    await dialog.getByRole('button', { name: 'Valider le jalon' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Removes the first exit criterion of the phase that is shown, else of the first. */
  async removeCriterion(): Promise<void> {
    await this.showPhase();
    await this.main
      .getByRole('button', { name: /^Supprimer le critère/ })
      .first()
      .click();
  }

  /** Starts a step at the end of the list and leaves the field. */
  async beginStep(title: string): Promise<void> {
    await this.showPhase();
    await this.main.getByRole('button', { name: 'Ajouter une étape' }).click();
    await this.main.getByRole('textbox', { name: 'Ajouter une étape' }).pressSequentially(title);
  }
}
