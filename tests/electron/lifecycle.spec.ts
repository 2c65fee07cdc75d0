// Starting with a file, starting twice, closing and being killed, on a real Electron.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Locator, Page } from '@playwright/test';

import type { OpenProject } from '@contract/project.ts';

import { callOk } from '../e2e/shells/contract-client.ts';
import { giveToUser, startOf } from '../e2e/shells/electron-app.ts';
import type { DialogWorld, ElectronTestApp, Start } from '../e2e/shells/electron-app.ts';
import type { TestFolders } from '../e2e/shells/test-app.ts';
import { newAccompaniment } from '../e2e/pages/beginnings.ts';
import { CollectivePage } from '../e2e/pages/collective-page.ts';
import { FramePage } from '../e2e/pages/frame-page.ts';
import { expect, test } from './electron-test.ts';
import { profileOf } from '../support/profiles.ts';

const EXAMPLE = path.resolve(import.meta.dirname, '../../resources/examples/offre-commune.tierce');
const TITLE = /Offre commune d’insertion/;

/** A file of the user's, as another program would hand it over. */
function putFile({ documents }: TestFolders, name: string): string {
  const file = path.join(documents, name);
  cpSync(EXAMPLE, file);
  giveToUser(file);
  return file;
}

/** The user is already known, so the window goes straight to the file. */
async function introduce({ page }: ElectronTestApp): Promise<void> {
  await callOk(page, 'profile.save', {
    profile: profileOf('Camille Ferrand'),
  });
}

/** Opens the file through the system's dialog, and returns what the window gets. */
async function openByDialog(app: ElectronTestApp, file: string): Promise<OpenProject> {
  await app.answerDialogs(file);
  return callOk(app.page, 'project.choose', {});
}

/** The mission's id and title, as the window holds them. */
const missionOf = ({ document }: OpenProject) => Object.values(document.accompaniment.mission)[0];

const rename = (app: ElectronTestApp, project: OpenProject, baseRevision: number, title: string) =>
  callOk(app.page, 'project.run', {
    documentId: project.documentId,
    commandId: randomUUID(),
    baseRevision,
    command: { name: 'record.update', args: { table: 'mission', id: missionOf(project)?.id ?? '', fields: { title } } },
  });

/** Starts a second instance, and waits for its end. */
function runSecond({ executable, args, env }: Start, cwd: string): Promise<number | null> {
  return new Promise((resolve) => void spawn(executable, args, { env, cwd, stdio: 'ignore' }).once('exit', resolve));
}

test('a file on the command line opens', async ({ app, folders }) => {
  await introduce(app);
  await app.close();

  await app.start({ file: putFile(folders, 'été 2026.tierce') });

  await expect(app.page.getByText(TITLE).first()).toBeVisible();
});

test('a path that is no file is refused in words, and the application is there', async ({ app, folders }) => {
  await introduce(app);
  await app.close();

  await app.start({ file: path.join(folders.documents, 'absent.tierce') });

  await expect(app.page.getByText(/absent\.tierce/).first()).toBeVisible();
});

test('a second start hands its file to the first and leaves', async ({ app, folders, host, now }) => {
  if (!('folder' in host)) throw new Error('Electron only');
  await introduce(app);
  const file = putFile(folders, 'remise.tierce');

  const code = await runSecond(startOf(host, folders, { now, dialogs: 'answered', file }), folders.documents);

  expect(code).toBe(0);
  await expect(app.page.getByText(TITLE).first()).toBeVisible();
  expect(app.electron().windows()).toHaveLength(1);
});

test('closing waits for the save', async ({ app, folders }) => {
  const file = putFile(folders, 'fermeture.tierce');
  const project = await openByDialog(app, file);
  await rename(app, project, project.revision, 'Écrit juste avant de fermer');

  await app.close();

  expect(readFileSync(file, 'utf8')).toContain('Écrit juste avant de fermer');
});

test('A2 I5 closing the window and quitting ask about a refused text, in both languages, and leave it alone when one stays', async ({
  app,
}) => {
  const stays = (tierceStays: boolean) => app.electron().evaluate((_, held) => void Object.assign(globalThis, held), { tierceStays });
  const asked = () => app.electron().evaluate(() => (globalThis as unknown as DialogWorld).tierceAsked ?? []);
  await newAccompaniment(app);
  const collective = new CollectivePage(app);
  await collective.goTo('Collectif');
  await collective.addStructure('Le Fournil');
  const jobs = collective.text('Emplois');
  await jobs.fill('une vingtaine');
  await stays(true);

  await app.electron().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(asked).toEqual(['Une saisie n’est pas gardée']);
  await app.page.getByRole('button', { name: 'Display in English' }).click();
  await app.electron().evaluate(({ app: electronApp }) => electronApp.quit());
  await expect.poll(asked).toEqual(['Une saisie n’est pas gardée', 'Something you entered is not saved']);
  await expect(app.page.locator('input[aria-invalid="true"]')).toHaveValue('une vingtaine');

  await stays(false);
  await app.close();
});

/** Rounds in `npm test`; `TIERCE_KILLS` asks for more. */
const ROUNDS = Number(process.env['TIERCE_KILLS'] ?? 3);

test('A2 K5 killed while it is typed into, it comes back with every letter that was shown as safe', async ({ app, folders }) => {
  test.setTimeout(60_000 + ROUNDS * 20_000);
  test.info().annotations.push({ type: 'tried', description: String(ROUNDS) });
  const file = putFile(folders, 'coupure.tierce');
  await introduce(app);
  for (let round = 1; round <= ROUNDS; round += 1) {
    await app.close();
    await app.start({ file });
    const frame = new FramePage(app);
    await frame.goTo('Cadre');
    await frame.mission.click();
    const title = frame.text('Titre de l’accompagnement');
    await title.fill('');
    const { page } = app;
    const typing = typeOn(page, `Tour ${String(round)}`).catch(() => undefined); // the page dies during this
    const safe = await shownAsSafe(page, title, round % 5);
    await letters(title, safe.length + ((round * 7) % 12));

    await app.kill();
    await typing;
    await app.start();
    const found = missionOf(await openByDialog(app, file))?.title ?? '';

    expect(safe.trim()).not.toBe('');
    expect(found, `shown as safe: ${safe}`).toMatch(startingWith(safe));
  }
});

/**
 * Types as somebody does who searches for words, until the page is gone or its field is full: there is a pause after every other word.
 */
async function typeOn(page: Page, first: string): Promise<void> {
  await page.keyboard.type(first, { delay: 15 });
  for (let word = 1; word < 40; word += 1) {
    await page.keyboard.type(` mot${String(word)}`, { delay: 15 });
    if (word % 2 === 0) await page.keyboard.press('Shift', { delay: 800 });
  }
}

/**
 * @returns what was in the field at the last of several times when the indicator reported safe, for text that was not reported safe the
 * time before
 */
async function shownAsSafe(page: Page, field: Locator, times: number): Promise<string> {
  const indicator = await page.getByTestId('saving').elementHandle();
  let safe = '';
  for (let time = 0; time <= times; time += 1) {
    safe = await field.evaluate(
      (input: HTMLInputElement, [shown, before]) =>
        new Promise<string>((resolve) => {
          const look = (): void => {
            const isSafe = /file|journal/.test(shown?.getAttribute('data-where') ?? '');
            if (isSafe && input.value.trim() !== '' && input.value !== before) resolve(input.value);
            else requestAnimationFrame(look);
          };
          look();
        }),
      [indicator, safe] as const,
    );
  }
  return safe;
}

/** Waits until the field holds so many letters: anything after the last that was shown as safe may be lost. */
async function letters(field: Locator, count: number): Promise<void> {
  await expect.poll(async () => (await field.inputValue()).length, { intervals: [10] }).toBeGreaterThanOrEqual(count);
}

const startingWith = (text: string): RegExp => new RegExp(`^${text.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

test('the smoke test of the shipped application says OK and leaves', async ({ app, folders, host, now }) => {
  if (!('folder' in host)) throw new Error('Electron only');
  await app.close();
  const { executable, args, env } = startOf(host, folders, { now, dialogs: 'own' });

  const said = await new Promise<string>((resolve) => {
    let text = '';
    const smoke = spawn(executable, [...args, '--smoke-test'], { env, cwd: folders.base, stdio: ['ignore', 'pipe', 'ignore'] });
    smoke.stdout.on('data', (part: Buffer) => (text += part.toString()));
    smoke.once('exit', (code) => resolve(`${text.trim()} ${String(code)}`));
  });

  expect(said).toBe('OK 0');
});

test('the window zooms from the keyboard', async ({ app }) => {
  const factor = () => app.electron().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor());
  // Playwright's own keys go straight to the page; these arrive where those of a keyboard do.
  const press = (keyCode: string) =>
    app
      .electron()
      .evaluate(
        ({ BrowserWindow }, key) =>
          BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({ type: 'keyDown', keyCode: key, modifiers: ['control'] }),
        keyCode,
      );
  await press('=');
  await expect.poll(factor).toBeCloseTo(1.1);

  await press('0');

  await expect.poll(factor).toBeCloseTo(1);
});

test.describe('when the page dies', () => {
  test.use({ isSilent: false });

  test('K5 it is drawn again, on the file that was open, with what was said safe', async ({ app, folders }) => {
    await introduce(app);
    const project = await openByDialog(app, putFile(folders, 'mission.tierce'));
    await rename(app, project, project.revision, 'Gardé malgré l’arrêt');

    await expect(app.page).toHaveTitle('Tierce'); // what main did was not requested by the page
    await app.electron().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());

    const title = () => app.electron().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getTitle() ?? '');
    await expect.poll(title, { timeout: 20_000 }).toContain('Gardé malgré l’arrêt');
  });
});
