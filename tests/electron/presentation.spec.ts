// What only a real Electron can show of presentation mode: when the window may be captured, and that reloading it or starting again changes nothing.
import { openPrivateFile, PresentationPage } from '../e2e/pages/presentation-page.ts';
import { NotebookPage } from '../e2e/pages/notebook-page.ts';
import { PRIVATE_PASSPHRASE, PRIVATE_WORDS } from '../e2e/private-file.ts';
import type { ElectronTestApp } from '../e2e/shells/electron-app.ts';
import { waitUntilReady } from '../e2e/shells/test-app.ts';
import { wordsIn } from '../support/canary-words.ts';
import { expect, test } from './electron-test.ts';

async function openNotebook(app: ElectronTestApp): Promise<NotebookPage> {
  await openPrivateFile(app);
  const book = new NotebookPage(app);
  await book.show();
  await book.unlock(PRIVATE_PASSPHRASE);
  await expect(book.notes).toHaveCount(1);
  return book;
}

type Told = { readonly isOn: boolean; readonly page: string };

/** Records what the window is told about captures, and what it showed at that very moment. */
async function watchShield({ electron }: ElectronTestApp): Promise<() => Promise<readonly Told[]>> {
  await electron().evaluate(({ BrowserWindow }) => {
    const told: Told[] = [];
    Object.assign(globalThis, { told });
    for (const window of BrowserWindow.getAllWindows()) {
      const before = window.setContentProtection.bind(window);
      window.setContentProtection = (isOn) => {
        const entry = { isOn, page: '' };
        told.push(entry);
        const read = 'document.documentElement.outerHTML + [...document.querySelectorAll("input, textarea")].map((one) => one.value)';
        void window.webContents.executeJavaScript(read).then((page: string) => Object.assign(entry, { page }));
        before(isOn);
      };
    }
  });
  return () => electron().evaluate(() => (globalThis as unknown as { told: readonly Told[] }).told);
}

test('E7 E1 the window may be captured as soon as the mode has cleared it, and not while the notebook is open', async ({ app }) => {
  const told = await watchShield(app);
  const book = await openNotebook(app);
  const mode = new PresentationPage(app);
  expect((await told()).map(({ isOn }) => isOn)).toEqual([true]);

  await mode.enter();

  await expect.poll(async () => (await told()).map(({ isOn }) => isOn)).toEqual([true, false]);
  await expect.poll(async () => (await told()).at(-1)?.page).toContain('presentation-strip');
  expect(wordsIn((await told()).at(-1)?.page ?? '', PRIVATE_WORDS)).toEqual([]);
  await mode.leave(PRIVATE_PASSPHRASE);
  await book.expectOpen();
  expect((await told()).map(({ isOn }) => isOn)).toEqual([true, false, true]);
});

test('E7 E11 a window that is loaded again is still in the mode, and still wants the passphrase', async ({ app }) => {
  await openNotebook(app);
  const mode = new PresentationPage(app);
  await mode.enter();

  await app.page.reload();
  await waitUntilReady(app.page);

  await expect(mode.strip).toBeVisible();
  await mode.expectNothingPrivate('loaded again');
  await mode.leave(PRIVATE_PASSPHRASE);
});

test('E7 a second start of the application comes to the window that is in the mode, and its file has nothing of the desk', async ({
  app,
}) => {
  await openNotebook(app);
  const mode = new PresentationPage(app);
  await mode.enter();

  await app.electron().evaluate(({ app: program }, file) => {
    program.emit('second-instance', {}, [], '', { file });
  }, `${app.folders.documents}/Privé.tierce`);

  await expect(mode.strip).toBeVisible();
  await mode.expectNothingPrivate('handed over');
});

test('E7 the title that the system shows for the window says that it is in the mode, and nothing private', async ({ app }) => {
  await openNotebook(app);
  const mode = new PresentationPage(app);
  await mode.enter();

  const title = () => app.electron().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? '');
  await expect.poll(title).toMatch(/^Mode présentation – /);
  expect(wordsIn(await title(), PRIVATE_WORDS)).toEqual([]);
});
