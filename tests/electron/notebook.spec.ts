// What only a real Electron can show of the notebook: sleep and a locked screen lock it, and screen captures do not show it.
import { EXAMPLE_PASSPHRASE, NotebookPage } from '../e2e/pages/notebook-page.ts';
import { HomePage } from '../e2e/pages/home-page.ts';
import { WelcomePage } from '../e2e/pages/welcome-page.ts';
import type { ElectronTestApp } from '../e2e/shells/electron-app.ts';
import { expect, test } from './electron-test.ts';

async function openNotebook(app: ElectronTestApp): Promise<NotebookPage> {
  await new WelcomePage(app).introduce();
  await new HomePage(app).exploreExample();
  const book = new NotebookPage(app);
  await book.show();
  await book.unlock(EXAMPLE_PASSPHRASE);
  await book.expectOpen();
  return book;
}

/** Records what the window is told about captures: this Electron cannot be asked. */
async function watchShield({ electron }: ElectronTestApp): Promise<() => Promise<readonly boolean[]>> {
  await electron().evaluate(({ BrowserWindow }) => {
    const told: boolean[] = [];
    Object.assign(globalThis, { told });
    for (const window of BrowserWindow.getAllWindows()) {
      const before = window.setContentProtection.bind(window);
      window.setContentProtection = (isOn) => {
        told.push(isOn);
        before(isOn);
      };
    }
  });
  return () => electron().evaluate(() => (globalThis as unknown as { told: readonly boolean[] }).told);
}

for (const event of ['suspend', 'lock-screen'] as const) {
  test(`E11 the notebook locks itself at the system's ${event}, and what is being typed is sealed all the same`, async ({ app }) => {
    const book = await openNotebook(app);
    await expect(book.notes).toHaveCount(4);
    await book.begin();
    await book.page.keyboard.type('Encore en train d’écrire');

    await app.electron().evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);

    await book.expectLocked();
    await book.unlock(EXAMPLE_PASSPHRASE);
    await expect(book.notes.first()).toBeVisible();
    expect(await book.texts()).toContain('Encore en train d’écrire');
  });
}

test('E1 the window is kept out of captures while the notebook is open', async ({ app }) => {
  const told = await watchShield(app);
  const book = await openNotebook(app);
  expect(await told()).toEqual([true]);

  await book.lock();

  expect(await told()).toEqual([true, false]);
});
