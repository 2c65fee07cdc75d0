// Starting with a file, starting twice, closing and being killed, on a real Electron.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { OpenProject } from '@contract/channels.ts';

import { callOk } from '../e2e/shells/contract-client.ts';
import { giveToUser, startOf } from '../e2e/shells/electron-app.ts';
import type { ElectronTestApp, Start } from '../e2e/shells/electron-app.ts';
import type { TestFolders } from '../e2e/shells/test-app.ts';
import { expect, test } from './electron-test.ts';

const EXAMPLE = path.resolve(import.meta.dirname, '../../resources/examples/offre-commune.tierce');
const TITLE = /Offre commune d’insertion/;

/** A file of the user's, as another program would hand it over. */
function putFile({ documents }: TestFolders, name: string): string {
  const file = path.join(documents, name);
  cpSync(EXAMPLE, file);
  giveToUser(file);
  return file;
}

/** Somebody is known already, so that the window goes straight to the file. */
async function introduce({ page }: ElectronTestApp): Promise<void> {
  await callOk(page, 'profile.save', { profile: { name: 'Camille Ferrand', function: '', organisation: '', email: '', minutesPerDay: 420, scheme: 'dla' } });
}

/** Opens the file through the system's dialog, and gives what the window gets. */
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

/** Rounds in `npm test`; `TIERCE_KILLS` asks for more. */
const ROUNDS = Number(process.env['TIERCE_KILLS'] ?? 3);

test('A2 K5 killed at any moment, it comes back with everything that was said to be safe', async ({ app, folders }) => {
  test.setTimeout(60_000 + ROUNDS * 20_000);
  const file = putFile(folders, 'coupure.tierce');
  let project = await openByDialog(app, file);
  for (let round = 1; round <= ROUNDS; round += 1) {
    let { revision } = project;
    let safe = 0;
    const typing = (async () => {
      for (let count = 1; count <= 200; count += 1) {
        const applied = await rename(app, project, revision, `Tour ${String(round)} frappe ${String(count)}`);
        revision = applied.revision;
        if (applied.saveState.where === 'file' || applied.saveState.where === 'journal') safe = count;
      }
    })().catch(() => undefined);
    await expect.poll(() => safe, { intervals: [20] }).toBeGreaterThan(10 * (1 + (round % 5)));
    const saidSafe = safe;

    await app.kill();
    await typing;
    await app.start();
    project = await openByDialog(app, file);

    const found = Number(/frappe (\d+)/.exec(missionOf(project)?.title ?? '')?.[1]);
    expect(missionOf(project)?.title).toContain(`Tour ${String(round)} `);
    expect(found).toBeGreaterThanOrEqual(saidSafe);
  }
});

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
  // Playwright's own keys go straight to the page; these come in where those of a keyboard do.
  const press = (keyCode: string) => app.electron().evaluate(({ BrowserWindow }, key) => BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({ type: 'keyDown', keyCode: key, modifiers: ['control'] }), keyCode);
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

    await expect(app.page).toHaveTitle('Tierce'); // what main did was not asked for by the page
    await app.electron().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());

    const title = () => app.electron().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getTitle() ?? '');
    await expect.poll(title, { timeout: 20_000 }).toContain('Gardé malgré l’arrêt');
  });
});
