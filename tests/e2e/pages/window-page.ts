// What every screen shares: bar, navigation, palette, messages, saving indicator.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

import type { NavigationScreen } from '../../../renderer/state/screens.ts';
import { pagesOfPdf } from '../../support/text-of-documents.ts';
import type { TestApp } from '../shells/test-app.ts';

export type SavedWhere = 'file' | 'journal' | 'pending' | 'failing';

export class WindowPage {
  readonly #app: TestApp;

  constructor(app: TestApp) {
    this.#app = app;
  }

  /** The current page; a restart brings another one. */
  get page(): Page {
    return this.#app.page;
  }

  get main(): Locator {
    return this.page.locator('main');
  }

  get saving(): Locator {
    return this.page.getByTestId('saving');
  }

  get undo(): Locator {
    return this.page.getByRole('button', { name: /^(Annuler|Rien à annuler)/ }).first();
  }

  get redo(): Locator {
    return this.page.getByRole('button', { name: /^(Rétablir|Rien à rétablir)/ }).first();
  }

  /** All steps are taken back, or made again. */
  async nothingTo(turn: 'undo' | 'redo'): Promise<boolean> {
    return ((await (turn === 'undo' ? this.undo : this.redo).getAttribute('aria-label')) ?? '').startsWith('Rien à ');
  }

  get messages(): Locator {
    return this.page.getByRole('region', { name: 'Messages' });
  }

  heading(name: string | RegExp): Locator {
    return this.main.getByRole('heading', { level: 1, name });
  }

  async goTo(screen: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Écrans de l’accompagnement' })
      .getByRole('link', { name: new RegExp(`^${screen}`) })
      .click();
  }

  /** In whatever language; not every screen has a digit. */
  async goToScreen(screen: NavigationScreen): Promise<void> {
    await this.page.locator(`nav a[href="#${screen}"]`).click();
  }

  async close(): Promise<void> {
    await this.page.getByRole('button', { name: 'Accompagnements' }).click();
  }

  /** Presses the button of a message. */
  async answerMessage(offer: string): Promise<void> {
    await this.messages.getByRole('button', { name: offer }).first().click();
  }

  /** The window shows this message, or has shown it: messages disappear by themselves. */
  async expectSaid(words: string): Promise<void> {
    await expect.poll(() => this.#app.said()).toContainEqual(expect.stringContaining(words));
  }

  async expectSaved(where: SavedWhere = 'file'): Promise<void> {
    await expect(this.saving).toHaveAttribute('data-where', where);
  }

  /** Everything typed and sent has been flushed somewhere, to the file or the journal. */
  async expectSafe(): Promise<void> {
    await expect(this.saving).toHaveAttribute('data-where', /file|journal/);
  }

  async openPalette(): Promise<Locator> {
    await this.page.keyboard.press('Control+k');
    return this.page.getByRole('combobox', { name: 'Rechercher ou agir' });
  }

  async paletteOptions(): Promise<readonly string[]> {
    return this.page.getByRole('option').allInnerTexts();
  }

  /** Prints the screen as Ctrl+P would. @returns the text of each page; the browser alone can print without asking */
  async printed(): Promise<readonly string[]> {
    const pages = await pagesOfPdf(await this.page.pdf({ format: 'A4' }));
    return pages.map((pieces) =>
      pieces
        .map(({ text }) => text)
        .join(' ')
        .replaceAll(/\s+/g, ' '),
    );
  }

  async switchTheme(to: 'sombre' | 'clair'): Promise<void> {
    await this.page.getByRole('button', { name: `Passer au thème ${to}` }).click();
  }

  /** Presses Tab (or Shift+Tab) until the focused element has this name, like somebody without a mouse. */
  async tabTo(name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let stop = 0; stop < 200; stop += 1) {
      await this.page.keyboard.press(key);
      const focused = await this.focused();
      if (typeof name === 'string' ? focused === name : name.test(focused)) return;
      passed.push(focused);
    }
    throw new Error(`Tab never reached ${String(name)}; it passed ${passed.join(' | ')}`);
  }

  /** Opens the list or the menu of the focused button: keys that come before it is there are lost. */
  async openByKeys(): Promise<void> {
    await this.page.keyboard.press('Enter');
    await expect(this.#focusedItem).toBeAttached();
  }

  /** Opens the list of the focused button, and takes the item that begins with what is typed. */
  async pickByKeys(beginning: string): Promise<void> {
    await this.openByKeys();
    await this.page.keyboard.type(beginning);
    await expect(this.#focusedItem.filter({ hasText: beginning })).toBeAttached();
    await this.page.keyboard.press('Enter');
    await expect(this.#focusedItem).toHaveCount(0);
  }

  async expectFocusIn(part: Locator): Promise<void> {
    await expect.poll(() => part.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  }

  get #focusedItem(): Locator {
    return this.page.locator('[role="option"]:focus, [role^="menuitem"]:focus');
  }

  /** Short name of the focused element, as a screen reader would say it. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      if (element === null) return '';
      const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? [...(element.labels ?? [])] : [];
      return element.getAttribute('aria-label') ?? (labels.map((label) => label.textContent).join(' ') || element.textContent.trim());
    });
  }
}
