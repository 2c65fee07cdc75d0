// The screens of an open accompaniment: frame, sessions, time, report.
import { expect } from '@playwright/test';
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

export class SessionsPage extends WindowPage {
  get create(): Locator {
    return this.main.getByRole('button', { name: 'Nouvelle séance' });
  }

  get table(): Locator {
    return this.main.getByRole('table', { name: 'Liste des séances' });
  }

  row(title: string): Locator {
    return this.table.getByRole('row').filter({ hasText: title });
  }

  async open(title: string): Promise<void> {
    await this.table.getByRole('link', { name: title }).click();
    await expect(this.heading(title)).toBeAttached();
  }
}

export class SessionPage extends WindowPage {
  get title(): Locator {
    return this.main.getByRole('textbox', { name: 'Titre de la séance' });
  }

  get line(): Locator {
    return this.main.getByRole('button', { name: /Modifier la date, le lieu, la phase/ });
  }

  text(label: string): Locator {
    return this.main.getByRole('textbox', { name: label, exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.main.getByRole('button', { name });
  }

  get account(): Locator {
    return this.main.getByRole('textbox', { name: 'Relevé' });
  }

  get accountRead(): Locator {
    return this.main.locator('.account-reading');
  }

  get report(): Locator {
    return this.main.getByRole('button', { name: 'Compte rendu' });
  }

  get addPerson(): Locator {
    return this.main.getByRole('button', { name: 'Ajouter une personne' });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  presence(name: string): Locator {
    return this.main.getByRole('button', { name: new RegExp(`^Présence de ${name}`) });
  }

  outcome(text: string): Locator {
    return this.main.getByRole('listitem').filter({ has: this.page.getByText(text, { exact: true }) });
  }

  get time(): Locator {
    return this.main.getByRole('region', { name: 'Temps de cette séance' });
  }

  async typeTime(label: 'De' | 'À', clock: string): Promise<void> {
    await this.beginTime(label, clock);
    await this.page.keyboard.press('Tab');
  }

  /** Types a time and stays in its field. */
  async beginTime(label: 'De' | 'À', clock: string): Promise<void> {
    await this.moment(label).click();
    await this.page.keyboard.type(clock);
  }

  /** Types the date of the session and stays in its field. */
  async beginDate(date: string): Promise<void> {
    await this.moment('Date').click();
    await this.page.keyboard.type(date);
  }

  /** The field of a date or a time. */
  moment(label: 'De' | 'À' | 'Date'): Locator {
    return this.main.getByRole('textbox', { name: label, exact: true }).first();
  }

  async participate(name: string, organisation = ''): Promise<void> {
    await this.addPerson.click();
    await this.dialog.getByRole('combobox', { name: 'Personne' }).fill(name);
    if (organisation !== '') await this.dialog.getByRole('combobox', { name: 'Structure' }).fill(organisation);
    await this.dialog.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await expect(this.dialog).toBeHidden();
  }

  /** Chooses from a drop-down list, by the texts of the list and of the option. */
  async choose(label: string | RegExp, option: string): Promise<void> {
    await this.page.getByRole('button', { name: label }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  async write(kind: 'décision' | 'action', text: string): Promise<void> {
    await this.beginRow(kind, text);
    await this.page.keyboard.press('Enter');
  }

  /** Types a new line and stays in it. */
  async beginRow(kind: 'décision' | 'action', text: string): Promise<void> {
    await this.main.getByRole('button', { name: `Ajouter une ${kind}` }).click();
    await this.main.getByRole('textbox', { name: `Ajouter une ${kind}` }).fill(text);
  }
}

export class TimePage extends WindowPage {
  get length(): Locator {
    return this.main.getByRole('textbox', { name: 'Durée' });
  }

  /** The day of the entry. */
  get day(): Locator {
    return this.main.getByRole('textbox', { name: 'Quand', exact: true });
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
    return this.main.getByRole('region', { name: /de reste sur/ });
  }

  row(text: string): Locator {
    return this.table.getByRole('row').filter({ hasText: text });
  }

  async choose(label: string, option: string): Promise<void> {
    await this.main.getByRole('button', { name: new RegExp(`${label}$`) }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }
}

export class DocumentsPage extends WindowPage {
  get sheet(): Locator {
    return this.main.getByTestId('sheet');
  }

  get save(): Locator {
    return this.main.getByRole('button', { name: 'Enregistrer le PDF…' });
  }

  /** A separate program draws the sheets: on a busy computer it takes its time to start. */
  async expectOnSheet(words: string | RegExp): Promise<void> {
    await expect(this.sheet).toContainText(words, { timeout: 30_000 });
  }

  get saveWorkbook(): Locator {
    return this.main.getByRole('button', { name: 'Enregistrer le classeur…' });
  }

  get open(): Locator {
    return this.main.getByRole('button', { name: 'Ouvrir' });
  }

  /** Chooses from one of the lists on the left. */
  async choose(label: 'Document' | 'Séance' | 'Langue', option: string | RegExp): Promise<void> {
    await this.main.getByRole('button', { name: new RegExp(`${label}$`) }).click();
    await this.page.getByRole('option', { name: option }).click();
  }
}
