// Presentation mode: its strip, its key, the dialog with which it ends, and everything that the window shows in it.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';

import { wordsIn } from '../../support/canary-words.ts';
import { PRIVATE_WORDS, privateFile } from '../private-file.ts';
import { giveToUser } from '../shells/electron-app.ts';
import type { TestApp } from '../shells/test-app.ts';
import { HomePage } from './home-page.ts';
import { WelcomePage } from './welcome-page.ts';
import { WindowPage } from './window-page.ts';

/** What no text of a screen in the mode may speak of. */
const NAMES_PRIVATE = /carnet|confidentiel|notes privées|vos repères/i;

export class PresentationPage extends WindowPage {
  get strip(): Locator {
    return this.page.getByRole('region', { name: 'Mode présentation' });
  }

  get button(): Locator {
    return this.page.getByRole('banner').getByRole('button', { name: 'Mode présentation' });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: 'Quitter le mode présentation' });
  }

  get secret(): Locator {
    return this.dialog.locator('input');
  }

  async press(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name, exact: true }).click();
  }

  async enter(): Promise<void> {
    await this.page.keyboard.press('F9');
    await expect(this.strip).toBeVisible();
  }

  /** Presses F9 once the mode has begun: pressed before that, it counts as pressed twice. */
  async askToLeave(): Promise<void> {
    await expect(this.strip).toHaveAttribute('aria-busy', 'false');
    await this.page.keyboard.press('F9');
  }

  async leave(passphrase: string): Promise<void> {
    await this.askToLeave();
    await this.secret.fill(passphrase);
    await this.press('Quitter');
    await expect(this.strip).toBeHidden();
  }

  /** Everything that the window has, shown or not: texts, tooltips, what fields hold, its title. */
  async matter(): Promise<string> {
    return this.page.evaluate(() => {
      const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value);
      return [document.title, document.documentElement.outerHTML, ...fields].join('\n');
    });
  }

  /** @param isNamed the dialog of leaving alone names what it asks for */
  async expectNothingPrivate(where: string, isNamed = false): Promise<void> {
    const matter = await this.matter();
    expect(wordsIn(matter, PRIVATE_WORDS), where).toEqual([]);
    if (!isNamed) expect(matter.replaceAll(/<(style|script)[\s\S]*?<\/\1>/g, '').match(NAMES_PRIVATE)?.[0] ?? '', where).toBe('');
    expect(await this.page.title(), where).toMatch(/^Mode présentation – /);
  }
}

/** Opens a file full of private words. @returns the recovery key of its notebook */
export async function openPrivateFile(tierce: TestApp): Promise<string> {
  const { bytes, recoveryKey } = await privateFile();
  const file = path.join(tierce.folders.documents, 'Privé.tierce');
  writeFileSync(file, bytes);
  giveToUser(file);
  await new WelcomePage(tierce).introduce();
  await tierce.answerDialogs(file);
  await new HomePage(tierce).openFile.click();
  await expect(new WindowPage(tierce).main).toHaveAttribute('data-screen', 'overview');
  return recoveryKey;
}
