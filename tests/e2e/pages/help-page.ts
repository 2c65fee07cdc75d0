// The help beside the screen: the guide, its search, the sheet of shortcuts.
import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';

import { WindowPage } from './window-page.ts';

export class HelpPage extends WindowPage {
  get panel(): Locator {
    return this.page.locator('aside.help');
  }

  /** The title of the part, or of the list of parts. */
  get title(): Locator {
    return this.panel.locator('.help-heading');
  }

  get search(): Locator {
    return this.panel.getByRole('textbox');
  }

  /** The parts that are listed, in their order. */
  get parts(): Locator {
    return this.panel.getByRole('listitem').getByRole('button');
  }

  /** The words that were sought, where they stand. */
  get marks(): Locator {
    return this.panel.locator('mark');
  }

  button(name: string): Locator {
    return this.panel.getByRole('button', { name });
  }

  /** The lines of the sheet of shortcuts: the keys, and what they do. */
  async sheet(): Promise<readonly (readonly [string, string])[]> {
    const [keys, words] = await Promise.all([
      this.panel.getByRole('term').allInnerTexts(),
      this.panel.getByRole('definition').allInnerTexts(),
    ]);
    return keys.map((key, index) => [key.trim(), (words[index] ?? '').trim()]);
  }

  /** Presses F1 and waits until a part is shown and read. */
  async ask(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await expect(this.title).toHaveText(title);
    await expect(this.title).toBeFocused();
  }

  /** Presses Escape in the help, and waits until it is gone. */
  async end(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.panel).toHaveCount(0);
  }
}
