// One session: its details, people, minutes and outcomes.
import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';

import { WindowPage } from './window-page.ts';

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

  /** The line in which people are added. */
  get addPerson(): Locator {
    return this.text('Ajouter une personne');
  }

  /** What is understood of the person being typed. */
  get personRead(): Locator {
    return this.main.locator('.new-participant-reading');
  }

  /** The question about people who were typed or pasted. */
  get peopleAsked(): Locator {
    return this.main.getByRole('group', { name: /personnes lues|Qui est-ce/ });
  }

  get attachments(): Locator {
    return this.main.getByTestId('attachments');
  }

  get attach(): Locator {
    return this.attachments.getByRole('button', { name: 'Joindre un document…' });
  }

  async saveAttachment(name: string): Promise<void> {
    await this.attachments.getByRole('button', { name: `Autres actions, ${name}` }).click();
    await this.page.getByRole('menuitem', { name: 'Enregistrer…' }).click();
    await this.dialog.getByRole('button', { name: 'Choisir l’endroit…' }).click();
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** All who take part, as they stand on the screen. */
  get everybody(): Locator {
    return this.main.getByRole('button', { name: /^Présence\s: / });
  }

  presence(name: string): Locator {
    return this.main.getByRole('button', { name: new RegExp(`^Présence\\s: ${name}`) });
  }

  /** Of the presence that is open: what it is marked as throughout. */
  mark(words: string): Locator {
    return this.dialog.getByRole('button', { name: words, exact: true });
  }

  outcome(text: string): Locator {
    return this.main.getByRole('listitem').filter({ has: this.page.getByText(text, { exact: true }) });
  }

  /** What is understood of the action being typed. */
  get understood(): Locator {
    return this.main.locator('.outcome-reading');
  }

  /** The question about lines that were pasted. */
  get pasted(): Locator {
    return this.main.getByRole('group', { name: /lignes collées/ });
  }

  /** Pastes as the browser would, without the clipboard of the machine. */
  async pasteInto(label: string, text: string): Promise<void> {
    await this.text(label).evaluate((element, pasted) => {
      element.focus();
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  }

  proposedOwner(name: string): Locator {
    return this.main.getByRole('option').filter({ hasText: name });
  }

  /** Who does an action, and for when. */
  owner(words: string): Locator {
    return this.main.getByRole('button', { name: `Qui ${words}`, exact: true });
  }

  get time(): Locator {
    return this.main.getByRole('region', { name: 'Temps de cette séance' });
  }

  /** The card of the next session. */
  get next(): Locator {
    return this.main.getByRole('region', { name: 'Prochaine séance' });
  }

  /** How long a kind of work around the session took. */
  length(kind: string): Locator {
    return this.time.getByRole('textbox', { name: kind });
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
    await this.addPerson.fill(organisation === '' ? name : `${name}, ${organisation}`);
    await this.addPerson.press('Enter');
    await expect(this.presence(name)).toBeVisible();
  }

  /** Chooses from a drop-down list, by the texts of the list and of the option. */
  async choose(label: string | RegExp, option: string): Promise<void> {
    await this.page.getByRole('button', { name: label }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** Chooses what is done with the session as a whole. */
  async chooseInMenu(action: string): Promise<void> {
    await this.main.getByRole('button', { name: 'Autres actions', exact: true }).click();
    await this.page.getByRole('menuitem', { name: action }).click();
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
